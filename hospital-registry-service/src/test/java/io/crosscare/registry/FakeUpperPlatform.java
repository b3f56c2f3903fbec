package io.crosscare.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A real server in the place of the upper platform, which fails as such platforms do. */
public final class FakeUpperPlatform implements AutoCloseable {

    /** A record that arrived. */
    public record Received(@Nullable String key, @Nullable String authorization, String body) {}

    /** How it answers. */
    public enum Mood {
        ACCEPTS(200, "{\"outcome\":\"ACCEPTED\",\"more\":1}"),
        REFUSES(200, "{\"outcome\":\"REFUSED\",\"reason\":\"机构\\n不在名录\"}"),
        FINDS_IT_WRONG(422, "{\"detail\":\"字段缺失\"}"),
        FINDS_IT_WRONG_WITHOUT_A_WORD(400, ""),
        HAS_IT_ALREADY(409, "{}"),
        DOES_NOT_KNOW_US(401, "{}"),
        IS_BUSY(429, "{}"),
        IS_ILL(500, "<html>sorry</html>"),
        SAYS_NOTHING(204, ""),
        SAYS_SOMETHING_ELSE(200, "{\"outcome\":\"MAYBE\"}"),
        SPEAKS_NO_JSON(200, "OK"),
        BREAKS_OFF(200, "{\"outcome\":\"ACC"),
        IS_SLOW(200, "{\"outcome\":\"ACCEPTED\"}");

        private final int status;
        private final String body;

        Mood(int status, String body) {
            this.status = status;
            this.body = body;
        }
    }

    private static final Duration SLOWNESS = Duration.ofSeconds(6);

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Mood mood = Mood.ACCEPTS;

    public FakeUpperPlatform() {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/platform/records", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/platform";
    }

    public void is(Mood next) {
        mood = next;
        received.clear();
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Mood now = mood;
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body));
        if (now == Mood.IS_SLOW) {
            LockSupport.parkNanos(SLOWNESS.toNanos());
        }
        byte[] answer = now.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        // More is promised than said, so the connection ends within the answer.
        int promised = now == Mood.BREAKS_OFF ? answer.length + 20 : answer.length;
        exchange.sendResponseHeaders(now.status, promised == 0 ? -1 : promised);
        if (answer.length > 0) {
            OutputStream stream = exchange.getResponseBody();
            stream.write(answer);
            stream.flush();
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        return "FakeUpperPlatform[" + Objects.toString(mood) + "]";
    }
}
