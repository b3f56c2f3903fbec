package io.crosscare.local.broker;

import io.crosscare.local.data.Tree;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka node, broker and controller in one, running inside this process. The folder is formatted the first time and
 * kept: topics, records and committed offsets survive a restart, also one after a kill or a power cut: what is acknowledged is
 * on disk. Nobody but this machine can reach it.
 */
public final class Broker implements AutoCloseable {

    private static final String LAST_OF_FORMAT = "meta.properties";

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
        return start(folder, port, controllerPort, NodeConfig.Flush.BEFORE_ACKNOWLEDGEMENT);
    }

    static Broker start(Path folder, int port, int controllerPort, NodeConfig.Flush flush) {
        NodePorts ports = NodePorts.of(port, controllerPort);
        NodeConfig config = new NodeConfig(folder, ports.broker(), ports.controller(), flush);
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

    /**
     * Kafka's formatter does not sync all it writes, and takes a folder that has {@code meta.properties} for formatted; so a power
     * cut could leave a folder that never starts. Therefore it formats a draft, and that file comes in last.
     */
    private static void formatOnce(Path folder) {
        if (Files.exists(folder.resolve(LAST_OF_FORMAT))) {
            return;
        }
        Path draft = folder.toAbsolutePath().resolveSibling(folder.getFileName() + ".draft");
        try {
            if (Files.exists(draft)) {
                Tree.delete(draft);
            }
            Files.createDirectories(draft);
            format(draft);
            Files.createDirectories(folder);
            moveSynced(draft, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void format(Path folder) {
        try {
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
        } catch (Exception e) {
            throw new IllegalStateException("The Kafka folder " + folder + " cannot be formatted", e);
        }
    }

    private static void moveSynced(Path draft, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(draft)) {
            files = entries.sorted(Comparator.comparing(file -> file.endsWith(LAST_OF_FORMAT)))
                    .toList();
        }
        for (Path file : files) {
            sync(file);
            Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            sync(folder);
        }
        Files.delete(draft);
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
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
