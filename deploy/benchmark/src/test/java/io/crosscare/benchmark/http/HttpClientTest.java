package io.crosscare.benchmark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpClientTest {

    private final Set<Integer> callersPorts = ConcurrentHashMap.newKeySet();
    private HttpServer server = notStarted();
    private HttpClient client = new HttpClient(URI.create("http://127.0.0.1:1"));

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/echo", this::echo);
        server.start();
        client = new HttpClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.stop(0);
    }

    @Test
    void sendsMethodKeyTokenAndBody() throws IOException {
        Response response = client.send(Request.post("/echo/visits?x=1", "token", "key-1", "{\"名\":1}"));

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.body()).isEqualTo("POST /echo/visits?x=1 Bearer token key-1 application/json {\"名\":1}");
    }

    @Test
    void sendsNothingThatWasNotGiven() throws IOException {
        assertThat(client.send(Request.get("/echo", "")).body()).isEqualTo("GET /echo null null null ");
    }

    @Test
    void usesAConnectionAgain() throws IOException {
        for (int i = 0; i < 5; i++) {
            client.send(Request.get("/echo", "token"));
        }

        assertThat(callersPorts).hasSize(1);
    }

    @Test
    void saysWhenNobodyAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (HttpClient nobody = new HttpClient(URI.create("http://127.0.0.1:" + free))) {
            assertThatThrownBy(() -> nobody.send(Request.get("/echo", ""))).isInstanceOf(IOException.class);
        }
    }

    private void echo(HttpExchange exchange) throws IOException {
        callersPorts.add(exchange.getRemoteAddress().getPort());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String told = "%s %s %s %s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        body);
        byte[] bytes = told.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(201, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static HttpServer notStarted() {
        try {
            return HttpServer.create();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
