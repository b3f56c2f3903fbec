package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayClientTest {

    private static final Party AGENCY = Party.agency("镇江市医保中心", "Zhenjiang agency", "321100");

    private final List<String> seen = new ArrayList<>();
    private HttpServer server;
    private GatewayClient client;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        client = new GatewayClient(
                uri, party -> "token-of-" + party.role(), (party, call, answer, took) -> {}, System::nanoTime);
    }

    @AfterEach
    void stopServer() {
        client.close();
        server.stop(0);
    }

    @Test
    void followsPagesUnderTheCallersOwnToken() {
        List<Integer> items = client.list(AGENCY, Call.get("/pages").with("name", "镇江")).stream()
                .map(item -> item.asInt())
                .toList();

        assertThat(items).containsExactly(1, 2, 3);
        assertThat(seen)
                .containsExactly(
                        "GET /api/v1/pages?name=镇江 Bearer token-of-AGENCY",
                        "GET /api/v1/pages?name=镇江&cursor=two Bearer token-of-AGENCY");
    }

    @Test
    void namesCallAndProblemWhenTheStatusDiffers() {
        Answer answer = client.ask(AGENCY, Call.post("/nothing", Json.object()));

        assertThatThrownBy(() -> answer.require(201))
                .isInstanceOf(Difference.class)
                .hasMessageContaining("POST /api/v1/nothing")
                .hasMessageContaining("404")
                .hasMessageContaining("not-found");
    }

    @Test
    void namesTheFieldThatIsMissing() {
        Answer answer = client.ask(AGENCY, Call.get("/nothing"));

        assertThatThrownBy(() -> answer.string("settlementId")).hasMessageContaining("settlementId");
    }

    @Test
    void saysThatNobodyAnswers() {
        server.stop(0);

        assertThatThrownBy(() -> client.ask(AGENCY, Call.get("/pages"))).hasMessageContaining("no answer");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String uri = exchange.getRequestURI().getPath()
                + (exchange.getRequestURI().getQuery() == null
                        ? ""
                        : "?" + exchange.getRequestURI().getQuery());
        seen.add("%s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        uri,
                        exchange.getRequestHeaders().getFirst("Authorization")));
        boolean isPage = uri.startsWith("/api/v1/pages");
        String first = "{\"items\":[1,2],\"nextCursor\":\"two\"}";
        String page = uri.contains("cursor=two") ? "{\"items\":[3]}" : first;
        byte[] body =
                (isPage ? page : "{\"type\":\"urn:crosscare:problem:not-found\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(isPage ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
