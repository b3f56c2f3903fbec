package io.crosscare.local.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka node, broker and controller in one, running inside this process. The folder is formatted the first time and
 * kept: topics, records and committed offsets survive a restart, also one after a kill. Nobody but this machine can reach it.
 */
public final class Broker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private Broker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the node and returns when it takes requests.
     *
     * @param port where clients connect; 0 means any free port
     * @param controllerPort where the node's own controller listens; 0 means any free port
     */
    public static Broker start(Path folder, int port, int controllerPort) {
        NodePorts ports = NodePorts.of(port, controllerPort);
        NodeConfig config = new NodeConfig(folder, ports.broker(), ports.controller());
        formatOnce(folder);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(config.properties()), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
        return new Broker(server, ports.broker());
    }

    /** The address for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return NodeConfig.HOST + ":" + port;
    }

    /** Waits until the node has stopped, whoever stopped it. */
    void awaitStop() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void formatOnce(Path folder) {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false))
                    .setNodeId(NodeConfig.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName(NodeConfig.CONTROLLER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("The Kafka folder " + folder + " cannot be formatted", e);
        }
    }

    /** The two ports of a node; free ones are looked for together, so that they differ. */
    private record NodePorts(int broker, int controller) {

        static NodePorts of(int broker, int controller) {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            try (ServerSocket first = new ServerSocket(0, 1, loopback);
                    ServerSocket second = new ServerSocket(0, 1, loopback)) {
                return new NodePorts(
                        broker == 0 ? first.getLocalPort() : broker,
                        controller == 0 ? second.getLocalPort() : controller);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
