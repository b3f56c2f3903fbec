package io.crosscare.acceptance.operations;

import io.crosscare.acceptance.Json;
import io.crosscare.acceptance.RepositoryFolder;
import io.crosscare.local.data.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A Prometheus of the test's own, on 127.0.0.1 and a folder that goes with it: the shipped local configuration, its ports those
 * of the suite under test, read every second.
 */
public final class Prometheus implements AutoCloseable {

    private static final Pattern MANAGEMENT_PORT = Pattern.compile("127\\.0\\.0\\.1:809(\\d)");
    private static final int MANAGEMENT = 10;
    private static final int OK = 200;
    private static final int NOT_READY = 503;

    private final Path folder;
    private final String address;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    private Prometheus(Path folder, String address, Process process) {
        this.folder = folder;
        this.address = address;
        this.process = process;
    }

    /** Starts one on the suite of a port base, or the test is skipped where there is no Prometheus. */
    public static Prometheus on(int portBase) {
        Tool prometheus = Tool.require("prometheus");
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
            return new Prometheus(folder, address, process);
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

    /** What it finds for an expression at this moment; nothing for a metric that nobody tells. A wrong form is an error. */
    public List<JsonNode> query(String expr) {
        try {
            return found(expr);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it answers by now and finds all so many targets well. */
    public boolean reads(int targets) {
        try {
            return !found("count(up == 1) == " + targets).isEmpty();
        } catch (IOException notYet) {
            return false;
        }
    }

    private List<JsonNode> found(String expr) throws IOException {
        URI question = URI.create(
                "http://" + address + "/api/v1/query?query=" + URLEncoder.encode(expr, StandardCharsets.UTF_8));
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(question).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() == NOT_READY) {
                throw new IOException("it is not ready: " + answer.body());
            }
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(expr + ": " + answer.body());
            }
            return Json.read(answer.body())
                    .path("data")
                    .path("result")
                    .valueStream()
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
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
