package io.crosscare.gateway.web;

import static io.crosscare.gateway.web.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Services that are dead, slow or die half-way. The registry's address is one where nobody listens. */
@TestPropertySource(
        properties = {
            "crosscare.services.registry=${dead.address}",
            "crosscare.timeouts.answer=2s",
            "crosscare.timeouts.retry-after=2s"
        })
class PeerFailuresIT extends GatewayAtWork {

    @Autowired
    private CircuitBreakerRegistry breakers;

    @BeforeEach
    void closeTheBreakers() {
        breakers.getAllCircuitBreakers().forEach(breaker -> breaker.reset());
    }

    @Test
    void saysThatNothingHappenedWhenTheServiceIsDead() {
        HttpResponse<String> answer = send(request("/api/v1/agencies"));

        JsonNode problem = assertProblem(answer, 503, "peer-unavailable");
        assertThat(problem.path("peer").asString()).isEqualTo("registry");
        assertThat(problem.path("blame").asString()).isEqualTo("PEER");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void leavesADeadServiceAloneAndStillAnswersTheSame() {
        for (int i = 0; i < 10; i++) {
            assertProblem(send(request("/api/v1/agencies")), 503, "peer-unavailable");
        }

        assertThat(breakers.circuitBreaker("registry").getMetrics().getNumberOfNotPermittedCalls())
                .isPositive();
        assertThat(send(request("/api/v1/filings")).statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatTheOutcomeOfAWriteIsUnknownWhenTheServiceIsSlow() {
        PEER.answers((_, _) -> Mono.never());

        HttpResponse<String> answer =
                send(request("/api/v1/visits/v1/settlements").POST(BodyPublishers.ofString("{}")));

        JsonNode problem = assertProblem(answer, 504, "peer-timeout");
        assertThat(problem.path("detailZh").asString()).contains("结果未知", "Idempotency-Key");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(PEER.received()).hasSize(1);
    }

    @Test
    void doesNotSpeakOfOutcomesWhenReadingTimesOut() {
        PEER.answers((_, _) -> Mono.never());

        JsonNode problem = assertProblem(send(request("/api/v1/visits/v1")), 504, "peer-timeout");

        assertThat(problem.path("detailZh").asString()).doesNotContain("结果未知");
    }

    @Test
    void neverSendsAWriteTwiceWhenItsConnectionIsCut() {
        PEER.answers((_, response) -> FakePeer.cut(response, ""));

        assertProblem(
                send(request("/api/v1/visits/v1/settlements").POST(BodyPublishers.ofString("{}"))),
                504,
                "peer-timeout");
        assertThat(PEER.received()).hasSize(1);
        assertProblem(send(request("/api/v1/visits/v1")), 503, "peer-unavailable");
    }

    @Test
    void neverCompletesAnAnswerThatWasCutOff() throws Exception {
        PEER.answers(
                (_, response) -> FakePeer.cut(response, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":"));

        try (RawSocket socket = new RawSocket(port())) {
            String heard = socket.say("GET /api/v1/filings HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                            + ISSUER.operator() + "\r\n\r\n")
                    .hearToTheEnd();

            String body = heard.substring(heard.indexOf("\r\n\r\n") + 4);
            assertThat(heard).startsWith("HTTP/1.1 200 ").contains("Content-Length: 100");
            assertThat("{\"half\":").startsWith(body);
        }
    }

    @Test
    void passesAServicesOwnFaultThroughAndKeepsUsingIt() throws IOException {
        PEER.answers((_, response) -> response.status(500)
                .header("Content-Type", "application/problem+json")
                .sendString(Mono.just("{\"type\":\"urn:crosscare:problem:internal\"}")));

        for (int i = 0; i < 10; i++) {
            assertThat(send(request("/api/v1/filings")).statusCode()).isEqualTo(500);
        }

        assertThat(PEER.received()).hasSize(10);
    }
}
