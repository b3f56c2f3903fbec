package io.crosscare.local.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of the single node. What a cluster would replicate has one copy here, and thread pools are small. */
record NodeConfig(Path folder, int port, int controllerPort, Flush flush) {

    static final int NODE_ID = 1;
    static final String HOST = "127.0.0.1";
    static final String CONTROLLER = "CONTROLLER";

    private static final String BROKER = "BROKER";

    /** When records are brought to the disk. */
    enum Flush {
        /** Before they are acknowledged: one copy is all there is, so a power cut must not take what a producer was told. */
        BEFORE_ACKNOWLEDGEMENT,
        /** Some time, as Kafka does where other nodes have copies. */
        LATER
    }

    Properties properties() {
        Properties settings = new Properties();
        if (flush == Flush.BEFORE_ACKNOWLEDGEMENT) {
            settings.setProperty("log.flush.interval.messages", "1");
        }
        settings.putAll(Map.of(
                "node.id",
                String.valueOf(NODE_ID),
                "process.roles",
                "broker,controller",
                "listeners",
                address(BROKER, port) + "," + address(CONTROLLER, controllerPort),
                "advertised.listeners",
                address(BROKER, port),
                "listener.security.protocol.map",
                BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "inter.broker.listener.name",
                BROKER,
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                NODE_ID + "@" + HOST + ":" + controllerPort,
                "log.dirs",
                folder.toString()));
        settings.putAll(Map.of(
                "offsets.topic.num.partitions", "4",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1"));
        settings.putAll(Map.of(
                // A topic exists because a service declared it, never because somebody misspelt one.
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", String.valueOf(16 * 1024 * 1024),
                "num.network.threads", "2",
                // They wait for the disk.
                "num.io.threads", "8",
                // After a kill the node must wait until its former self counts as gone.
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "500"));
        return settings;
    }

    private static String address(String listener, int port) {
        return listener + "://" + HOST + ":" + port;
    }
}
