package io.crosscare.acceptance.operations;

import io.crosscare.acceptance.RepositoryFolder;
import io.crosscare.local.data.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A Prometheus of the test's own, on 127.0.0.1 and a folder that goes with it: the shipped local configuration, its ports those
 * of the suite under test, read every second.
 */
public final class Prometheus implements AutoCloseable {

    private static final Pattern MANAGEMENT_PORT = Pattern.compile("127\\.0\\.0\\.1:809(\\d)");
    private static final int MANAGEMENT = 10;

    private final Tool promtool;
    private final Path folder;
    private final String address;
    private final Process process;

    private Prometheus(Tool promtool, Path folder, String address, Process process) {
        this.promtool = promtool;
        this.folder = folder;
        this.address = address;
        this.process = process;
    }

    /** Starts one on the suite of a port base, or the test is skipped where there is no Prometheus. */
    public static Prometheus on(int portBase) {
        Tool prometheus = Tool.require("prometheus");
        Tool promtool = Tool.require("promtool");
        try {
            Path shipped = RepositoryFolder.root().resolve("deploy/prometheus");
            Path folder = Files.createTempDirectory(RepositoryFolder.target(), "prometheus-");
            Files.copy(shipped.resolve("alerts.yml"), folder.resolve("alerts.yml"));
            Files.writeString(
                    folder.resolve("prometheus.yml"),
                    ofSuite(Files.readString(shipped.resolve("prometheus-local.yml")), portBase));
            String address = "127.0.0.1:" + freePort();
            Process process = prometheus
                    .builder(
                            folder,
                            List.of(
                                    "--config.file=prometheus.yml",
                                    "--web.listen-address=" + address,
                                    "--storage.tsdb.path=data",
                                    "--log.level=warn"),
                            folder.resolve("prometheus.log"))
                    .start();
            return new Prometheus(promtool, folder, address, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String ofSuite(String shipped, int portBase) {
        return MANAGEMENT_PORT
                .matcher(shipped)
                .replaceAll(port -> "127.0.0.1:" + (portBase + MANAGEMENT + Integer.parseInt(port.group(1))))
                .replaceAll("(interval|timeout): 5s", "$1: 1s");
    }

    /** What promtool shows for an expression at this moment; empty where nothing is found. A wrong form is an error. */
    public String query(String expr) {
        Tool.Ended ended = promtool.run(folder, List.of("query", "instant", "http://" + address, expr));
        if (!ended.isGood()) {
            throw new IllegalStateException(expr + ": " + ended.output());
        }
        return ended.output().strip();
    }

    /** Whether it answers and finds all so many targets well. */
    public boolean reads(int targets) {
        Tool.Ended ended =
                promtool.run(folder, List.of("query", "instant", "http://" + address, "count(up == 1) == " + targets));
        return ended.isGood() && !ended.output().isBlank();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Tree.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
