package io.crosscare.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.context.annotation.Import;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line for each failed call, and nothing in it that a caller wrote (fault-tests.md S25, S50). */
@ExtendWith(OutputCaptureExtension.class)
@Import(AccessLogIT.Fault.class)
class AccessLogIT extends GatewayAtWork {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MARK = "MARKED8801";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final AtomicReference<@Nullable RuntimeException> FAULTS = new AtomicReference<>();

    /** Lets the gateway itself fail, once, when a test says so. */
    static class Fault implements GlobalFilter {

        @Override
        public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
            RuntimeException fault = FAULTS.getAndSet(null);
            return fault == null ? chain.filter(exchange) : Mono.error(fault);
        }
    }

    @Test
    void writesOneLineForAFailedCall(CapturedOutput output) {
        PEER.answers((_, response) ->
                response.status(422).header("Problem-Type", "refused").send());

        var answer = send(request("/api/v1/visits/v" + MARK + "/settlements?name=" + MARK)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .header("Idempotency-Key", MARK)
                .POST(BodyPublishers.ofString("{\"name\":\"" + MARK + "\"}")));

        assertThat(linesOf(output)).singleElement().satisfies(line -> {
            assertThat(line.path("door").asString()).isEqualTo("POST /visits/{id}/settlements");
            assertThat(line.path("peer").asString()).isEqualTo("settlement");
            assertThat(line.path("status").asInt()).isEqualTo(422);
            assertThat(line.path("problem").asString()).isEqualTo("refused");
            assertThat(line.path("blame").asString()).isEqualTo("CALLER");
            assertThat(line.path("durationMillis").isNumber()).isTrue();
            assertThat(line.path("role").asString()).isEqualTo("HOSPITAL");
            assertThat(line.path("traceId").asString()).isEqualTo(TRACE);
        });
        assertThat(answer.headers().firstValue("Problem-Type")).isEmpty();
        assertThat(output.getAll()).doesNotContain(MARK);
    }

    @Test
    void namesTheProblemWhenTheGatewayItselfRefused(CapturedOutput output) {
        send(anonymous("/api/v1/institutions?name=" + MARK).header("Authorization", "Bearer " + MARK));

        assertThat(linesOf(output)).singleElement().satisfies(line -> {
            assertThat(line.path("status").asInt()).isEqualTo(401);
            assertThat(line.path("problem").asString()).isEqualTo("unauthenticated");
            assertThat(line.path("blame").asString()).isEqualTo("CALLER");
            assertThat(line.path("traceId").asString()).matches("[0-9a-f]{32}");
            assertThat(line.path("role").asString()).isEqualTo("none");
        });
        assertThat(output.getAll()).doesNotContain(MARK);
    }

    @Test
    void keepsSilentAboutCallsThatWentWell(CapturedOutput output) {
        send(request("/api/v1/institutions?name=" + MARK));

        assertThat(linesOf(output)).isEmpty();
        assertThat(output.getAll()).doesNotContain(MARK);
    }

    @Test
    void writesOneLineForAnAnswerThatWasCutOff(CapturedOutput output) throws IOException {
        PEER.answers((_, response) -> FakePeer.cut(response, "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n" + MARK));

        try (RawSocket socket = new RawSocket(port())) {
            socket.say("GET /api/v1/institutions?name=" + MARK + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                            + ISSUER.operator() + "\r\n\r\n")
                    .hearToTheEnd();
        }

        assertThat(linesOf(output)).singleElement().satisfies(line -> {
            assertThat(line.path("door").asString()).isEqualTo("GET /institutions");
            assertThat(line.path("status").asInt()).isEqualTo(599);
            assertThat(line.path("blame").asString()).isEqualTo("PEER");
        });
        assertThat(output.getAll()).doesNotContain(MARK);
    }

    @Test
    void writesOneLineWithItsStackTraceForAFaultOfOurOwn(CapturedOutput output) {
        FAULTS.set(new IllegalStateException("at http://peer/api/v1/x?name=" + MARK));

        var answer = send(request("/api/v1/institutions?name=" + MARK));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(linesOf(output)).singleElement().satisfies(line -> {
            assertThat(line.path("problem").asString()).isEqualTo("internal");
            assertThat(line.path("blame").asString()).isEqualTo("US");
            assertThat(line.at("/error/stack_trace").asString()).contains("AccessLogIT", "http://peer/api/v1/x?…");
        });
        assertThat(output.getOut().lines().filter(line -> line.contains("\"ERROR\"")))
                .hasSize(1);
        assertThat(output.getAll()).doesNotContain(MARK);
    }

    @Test
    void writesNothingOfAMalformedRequest(CapturedOutput output) throws IOException {
        for (String line : List.of(
                "GET /api/v1/institutions?name=" + MARK + "|x HTTP/1.1",
                "GET /" + MARK + " " + MARK + " HTTP/1.1",
                MARK + "@ / HTTP/1.1")) {
            try (RawSocket socket = new RawSocket(port())) {
                socket.say(line + "\r\nHost: x\r\n" + MARK + " : " + MARK + "\r\n\r\n")
                        .hearToTheEnd();
            }
        }

        assertThat(linesOf(output))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.path("blame").asString()).isEqualTo("CALLER"));
        assertThat(output.getAll()).doesNotContain(MARK);
    }

    private static List<JsonNode> linesOf(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains("\"message\":\"request failed\""))
                .map(JSON::readTree)
                .toList();
    }
}
