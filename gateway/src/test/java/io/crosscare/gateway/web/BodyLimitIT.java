package io.crosscare.gateway.web;

import static io.crosscare.gateway.web.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** fault-tests.md S22: bodies of every length, declared and not. */
@TestPropertySource(properties = {"crosscare.limits.body=1MB", "crosscare.limits.request-time=2s"})
class BodyLimitIT extends GatewayAtWork {

    private static final int MIB = 1024 * 1024;

    @Test
    void takesBodiesUpToTheLimit() {
        HttpResponse<String> answer = send(request("/api/v1/visits").POST(BodyPublishers.ofByteArray(ofLength(MIB))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PEER.received()).singleElement().satisfies(received -> {
            assertThat(received.body()).hasSize(MIB);
        });
    }

    @Test
    void takesUndeclaredBodiesUpToTheLimit() {
        HttpResponse<String> answer = send(request("/api/v1/visits").POST(undeclared(MIB)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PEER.received()).singleElement().satisfies(received -> {
            assertThat(received.body()).hasSize(MIB);
        });
    }

    @Test
    void refusesADeclaredLengthBeforeReading() throws IOException {
        try (RawSocket socket = new RawSocket(port())) {
            String answer = socket.say(head() + "Content-Length: " + (MIB + 1) + "\r\n\r\n")
                    .hearToTheEnd();

            assertThat(answer)
                    .startsWith("HTTP/1.1 413 ")
                    .contains("urn:crosscare:problem:too-large")
                    .contains("\"bytesMax\":1048576")
                    .contains("at most 1048576 bytes here; send it in parts", "请分几次发送");
        }
        assertThat(PEER.received()).isEmpty();
    }

    @Test
    void cutsOffAnUndeclaredBodyThatGrowsTooLong() {
        assertProblem(send(request("/api/v1/visits").POST(undeclared(MIB + 1))), 413, "too-large");
        assertThat(PEER.received()).isEmpty();
    }

    @Test
    void cutsOffABodyWithoutEnd() throws IOException {
        String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
        try (RawSocket socket = new RawSocket(port())) {
            socket.say(head() + "Transfer-Encoding: chunked\r\n\r\n");
            int sent = 0;
            try {
                while (sent < 100 * MIB) {
                    socket.say(chunk);
                    sent += 0x10000;
                }
            } catch (IOException e) {
                assertThat(e).isInstanceOf(SocketException.class);
            }

            assertThat(sent).isLessThan(100 * MIB);
        }
        assertThat(PEER.received()).isEmpty();
    }

    @Test
    void refusesCompressedBodies() {
        HttpResponse<String> answer = send(request("/api/v1/visits")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(ofLength(100))));

        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(PEER.received()).isEmpty();
    }

    @Test
    void waitsForASlowBodyOnlySoLong() throws IOException {
        try (RawSocket socket = new RawSocket(port())) {
            String answer = socket.say(head() + "Content-Length: 100\r\n\r\na").hearToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 408 ");
        }
        assertThat(PEER.received()).isEmpty();
    }

    @Test
    void readsAnAmbiguousLengthAsOneRequest() throws IOException {
        String smuggled = "GET /api/v1/filings HTTP/1.1\r\nHost: x\r\n\r\n";
        try (RawSocket socket = new RawSocket(port())) {
            socket.say(head() + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled)
                    .hearToTheEnd();
        }

        assertThat(PEER.received()).noneMatch(received -> received.uri().contains("filings"));
    }

    private static String head() {
        return "POST /api/v1/visits HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer "
                + ISSUER.operator() + "\r\n";
    }

    private static byte[] ofLength(int length) {
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) 'a');
        return body;
    }

    private static BodyPublisher undeclared(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(ofLength(length)));
    }
}
