package io.crosscare.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** fault-tests.md S40 to S42: request lines that mean to lead elsewhere, written byte by byte. */
class RequestLineIT extends GatewayAtWork {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://169.254.169.254/latest/meta-data HTTP/1.1",
                "GET http://evil.example/api/v1/agencies HTTP/1.1",
                "GET //evil.example/api/v1/agencies HTTP/1.1",
                "GET /api/v1/../../actuator/env HTTP/1.1",
                "GET /api/v1/agencies/../filings HTTP/1.1",
                "GET /..;/actuator HTTP/1.1",
                "GET /api/v1/agencies;jsessionid=1 HTTP/1.1",
                "GET /;/actuator HTTP/1.1",
                "GET /%61ctuator HTTP/1.1",
                "GET /api/v1/%2e%2e/%2e%2e/actuator HTTP/1.1",
                "GET /api/v1/filings%2f..%2fagencies HTTP/1.1",
                "GET /api/v1/filings/%2e%2e HTTP/1.1",
                "GET /api/v1/filings/f1%2500 HTTP/1.1",
                "GET /api/v1/agencies/ HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "CONNECT evil.example:443 HTTP/1.1",
                "TRACE /nowhere HTTP/1.1"
            })
    void leadsNowhere(String line) throws IOException {
        String answer = ask(line, "Host: 127.0.0.1");

        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("urn:crosscare:problem:not-found");
        assertThat(PEER.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/filings/\\..\\ HTTP/1.1",
                "GET /api/v1/a|b HTTP/1.1",
                "GET /api/v1/institutions?name=中山 HTTP/1.1",
                "GET /api/v1/institutions?name=%ZZ HTTP/1.1",
                "GET /api/v1/institutions?name={x} HTTP/1.1",
                "GET /\u0001 HTTP/1.1",
                "GET /api/v1/two words HTTP/1.1",
                "G@T /api/v1/agencies HTTP/1.1",
                "PRI * HTTP/2.0"
            })
    void answersWhatIsNoRequestWithAProblem(String line) throws IOException {
        String answer = ask(line, "Host: 127.0.0.1");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("cache-control: no-store")
                .contains("urn:crosscare:problem:invalid-request");
        assertThat(PEER.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bad Name: x", "Content-Length: -1", "Content-Length: 1\r\nContent-Length: 2", "X-Bell: \u0007"})
    void answersMalformedHeadersWithAProblem(String header) throws IOException {
        String answer = ask("POST /api/v1/visits HTTP/1.1", "Host: 127.0.0.1", header);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("urn:crosscare:problem:invalid-request");
        assertThat(PEER.received()).isEmpty();
    }

    @Test
    void closesWithoutMixingAnswersWhenAPipelinedRequestIsMalformed() throws IOException {
        PEER.answers((_, response) -> response.header("Content-Type", "application/json")
                .sendString(Mono.delay(Duration.ofMillis(200)).thenReturn("{\"first\":1}")));
        String first =
                "GET /api/v1/agencies HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + ISSUER.operator() + "\r\n\r\n";

        try (RawSocket socket = new RawSocket(port())) {
            String answers = socket.say(first + "BAD\r\n\r\n").hearToTheEnd();

            assertThat(answers).doesNotContain("invalid-request");
        }
    }

    @Test
    void routesByTheTableAndNotByTheHostHeader() throws IOException {
        String answer = ask("GET /api/v1/agencies HTTP/1.1", "Host: 169.254.169.254", "X-Forwarded-Host: evil.example");

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertThat(PEER.received()).singleElement().satisfies(received -> {
            assertThat(received.headers().get("Host")).isEqualTo("127.0.0.1:" + PEER.port());
            assertThat(received.headers().contains("X-Forwarded-Host")).isFalse();
        });
    }

    @Test
    void refusesTraceOnADoor() throws IOException {
        assertThat(ask("TRACE /api/v1/agencies HTTP/1.1", "Host: 127.0.0.1")).startsWith("HTTP/1.1 405 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/agencies HTTP/1.1|X-Long: ",
                "GET /api/v1/agencies HTTP/1.1|Authorization: Bearer ",
                "GET /api/v1/institutions?name="
            })
    void refusesLinesAndHeadersBeyondTheirLimit(String beginning) throws IOException {
        String[] parts = beginning.split("\\|", 2);
        String padding = "a".repeat(40_000);

        String answer = parts.length == 2
                ? ask(parts[0], "Host: 127.0.0.1", parts[1] + padding)
                : ask(parts[0] + padding + " HTTP/1.1", "Host: 127.0.0.1");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("urn:crosscare:problem:too-large");
        assertThat(PEER.received()).isEmpty();
    }

    private String ask(String line, String... headers) throws IOException {
        try (RawSocket socket = new RawSocket(port())) {
            StringBuilder request = new StringBuilder(line).append("\r\n");
            for (String header : headers) {
                request.append(header).append("\r\n");
            }
            request.append("Authorization: Bearer ").append(ISSUER.operator()).append("\r\n");
            return socket.say(request.append("Connection: close\r\n\r\n").toString())
                    .hearToTheEnd();
        }
    }
}
