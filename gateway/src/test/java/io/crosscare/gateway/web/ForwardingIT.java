package io.crosscare.gateway.web;

import static io.crosscare.gateway.web.Problems.assertProblem;
import static io.crosscare.gateway.web.Problems.assertSaysNothingInside;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.security.InternalTokenVerifier;
import io.crosscare.chassis.security.PemKeys;
import io.crosscare.chassis.testing.TestKeys;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What a service sees of a request, and what its caller sees of the answer. */
class ForwardingIT extends GatewayAtWork {

    private final InternalTokenVerifier services = new InternalTokenVerifier(
            Map.of("gateway", PemKeys.readPublic(TestKeys.directory().resolve("internal-gateway.pub.pem"))),
            Clock.systemUTC());

    @Test
    void replacesTheBearerByATokenTheServicesBelieve() {
        send(request("/api/v1/agencies"));

        assertThat(authorizationOf(PEER.received().getFirst()))
                .isEqualTo(new Caller.Hospital("account-1", new InstitutionCode("H31000000001")));
    }

    @Test
    void stripsWhateverACallerSaysAboutItself() {
        send(request("/api/v1/agencies")
                .header("X-Crosscare-Identity", "OPERATOR")
                .header("X-User", "root")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Prefix", "/actuator")
                .header("Forwarded", "for=10.0.0.1;host=evil.example")
                .header("X-Real-Ip", "10.0.0.1")
                .header("X-Original-URL", "/actuator")
                .header("X-Crosscare-Door", "GET /forged")
                .header("X-Crosscare-Received-At", "1999-12-31T00:00:00Z")
                .header("Cookie", "session=1")
                .header("X-HTTP-Method-Override", "DELETE"));

        HttpHeaders headers = PEER.received().getFirst().headers();
        assertThat(headers.names())
                .extracting(name -> name.toLowerCase(Locale.ROOT))
                .containsOnly(
                        "host",
                        "accept",
                        "user-agent",
                        "authorization",
                        "traceparent",
                        "x-crosscare-door",
                        "x-crosscare-received-at");
        assertThat(headers.get("User-Agent")).isEqualTo("crosscare-gateway");
    }

    @Test
    void saysThroughWhichDoorARequestCameAndWhen() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        send(request("/api/v1/visits/v1/settlements")
                .header("X-Crosscare-Door", "GET /forged")
                .header("X-Crosscare-Received-At", "1999-12-31T00:00:00Z")
                .POST(BodyPublishers.noBody()));

        HttpHeaders headers = PEER.received().getFirst().headers();
        assertThat(headers.getAll("X-Crosscare-Door")).containsExactly("POST /visits/{id}/settlements");
        assertThat(headers.getAll("X-Crosscare-Received-At")).singleElement().satisfies(received -> {
            assertThat(Instant.parse(received)).isBetween(before, Instant.now());
        });
    }

    @Test
    void forwardsBodyQueryAndIdempotencyKeyAsTheyAre() {
        String body = "{\"name\":\"王某\",\"amountFen\":58500}";

        send(request("/api/v1/visits?on=2019-09-10&name=%E5%8C%BB%E9%99%A2+x")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "K-1:+/=~")
                .POST(BodyPublishers.ofString(body)));

        assertThat(PEER.received()).singleElement().satisfies(received -> {
            assertThat(received.body()).isEqualTo(body);
            assertThat(received.uri()).isEqualTo("/api/v1/visits?on=2019-09-10&name=%E5%8C%BB%E9%99%A2+x");
            assertThat(received.headers().get("Idempotency-Key")).isEqualTo("K-1:+/=~");
            assertThat(received.headers().get("Content-Type")).isEqualTo("application/json");
        });
    }

    @Test
    void keepsTheColonOfSettlementIds() {
        send(request("/api/v1/settlements/pabc%3A0000000003/explanation"));

        assertThat(PEER.received().getFirst().uri()).isEqualTo("/api/v1/settlements/pabc%3A0000000003/explanation");
    }

    @Test
    void passesAnAnswerThroughUnchanged() {
        PEER.answers((_, response) -> response.status(422)
                .header("Content-Type", "application/problem+json")
                .header("Idempotency-Hit", "true")
                .header("Settlement-State", "LIVE")
                .header("Cache-Control", "max-age=60")
                .sendString(Mono.just("{\"reason\":\"ALREADY_SETTLED\"}")));

        HttpResponse<String> answer =
                send(request("/api/v1/visits/v1/settlements").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).isEqualTo("{\"reason\":\"ALREADY_SETTLED\"}");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Idempotency-Hit")).hasValue("true");
        assertThat(answer.headers().firstValue("Settlement-State")).hasValue("LIVE");
        assertSaysNothingInside(answer);
    }

    @Test
    void followsNoRedirect() {
        PEER.answers((_, response) -> response.sendRedirect("http://169.254.169.254/"));

        HttpResponse<String> answer = send(request("/api/v1/agencies"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(PEER.received()).hasSize(1);
    }

    @Test
    void carriesOneTraceFromTheCallerToTheServiceAndIntoProblems() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String traceparent = "00-" + trace + "-00f067aa0ba902b7-01";

        send(request("/api/v1/agencies").header("traceparent", traceparent));
        JsonNode problem =
                assertProblem(send(request("/api/v1/nothing").header("traceparent", traceparent)), 404, "not-found");

        assertThat(PEER.received().getFirst().headers().get("traceparent")).contains(trace);
        assertThat(problem.path("traceId").asString()).isEqualTo(trace);
    }

    @Test
    void beginsATraceWhereTheCallerHasNone() {
        send(request("/api/v1/agencies"));

        assertThat(PEER.received().getFirst().headers().get("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ne\":\"\"}",
                "$where=sleep(5000)",
                "${jndi:ldap://127.0.0.1/x}",
                "#{T(java.lang.Runtime)}",
                "\u001b[31m\r\nfake: 1"
            })
    void treatsWhatItForwardsAsText(String text) {
        String escaped = URLEncoder.encode(text, StandardCharsets.UTF_8);

        HttpResponse<String> answer = send(request("/api/v1/institutions?name=" + escaped));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PEER.received().getFirst().uri()).isEqualTo("/api/v1/institutions?name=" + escaped);
    }

    private Caller authorizationOf(FakePeer.Received received) {
        String header = received.headers().get("Authorization");
        assertThat(header).startsWith("Bearer ");
        return services.verify(header.substring("Bearer ".length()));
    }
}
