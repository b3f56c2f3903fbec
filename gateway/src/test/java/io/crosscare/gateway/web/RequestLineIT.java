package io.crosscare.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(strings = {"GET /api/v1/filings/\\..\\ HTTP/1.1", "GET /api/v1/a|b HTTP/1.1", "GET /\u0001 HTTP/1.1"})
    void refusesWhatIsNoRequestTarget(String line) throws IOException {
        String answer = ask(line, "Host: 127.0.0.1");

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(PEER.received()).isEmpty();
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

    @Test
    void refusesHeadersBeyondTheirLimit() throws IOException {
        String answer = ask("GET /api/v1/agencies HTTP/1.1", "Host: 127.0.0.1", "X-Long: " + "a".repeat(40_000));

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(PEER.received()).isEmpty();
    }

    @Test
    void refusesARequestLineBeyondItsLimit() throws IOException {
        String answer = ask("GET /api/v1/institutions?name=" + "a".repeat(20_000) + " HTTP/1.1", "Host: 127.0.0.1");

        assertThat(answer).startsWith("HTTP/1.1 414 ");
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
