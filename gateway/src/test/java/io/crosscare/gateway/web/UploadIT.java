package io.crosscare.gateway.web;

import static io.crosscare.gateway.web.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;

/** A file of many rows may be larger and slower than other requests, and only at the doors that take one. */
@TestPropertySource(
        properties = {
            "crosscare.limits.body=1MB",
            "crosscare.limits.upload=3MB",
            "crosscare.limits.request-time=1s",
            "crosscare.limits.upload-time=20s",
            "crosscare.timeouts.answer=1s",
            "crosscare.timeouts.lengthy-answer=2s"
        })
class UploadIT extends GatewayAtWork {

    private static final String UPLOAD = "/api/v1/insured-person-imports";
    private static final int MIB = 1024 * 1024;

    @Test
    void takesALargerBodyAtADoorForFilesAlone() {
        HttpResponse<String> taken = send(request(UPLOAD).POST(BodyPublishers.ofByteArray(ofLength(3 * MIB))));
        HttpResponse<String> refused =
                send(request("/api/v1/visits").POST(BodyPublishers.ofByteArray(ofLength(2 * MIB))));

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(PEER.received()).singleElement().satisfies(received -> {
            assertThat(received.body()).hasSize(3 * MIB);
        });
        assertProblem(refused, 413, "too-large");
    }

    /** Whoever closes while bytes are unread has the other side told that the connection is broken, and the answer is lost with it. */
    @Test
    void hearsARefusedBodyToItsEnd() throws IOException, InterruptedException {
        String eighth = "x".repeat(2 * MIB / 8);
        try (RawSocket caller = new RawSocket(port())) {
            caller.say("""
                POST /api/v1/visits HTTP/1.1\r
                Host: gateway\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(ISSUER.hospital("H31000000001"), 8 * eighth.length()));
            for (int i = 0; i < 8; i++) {
                caller.say(eighth);
                Thread.sleep(50);
            }

            assertThat(caller.hearToTheEnd()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void cutsOffAFileThatGrowsTooLong() {
        HttpResponse<String> refused = send(request(UPLOAD)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(ofLength(3 * MIB + 1)))));

        assertThat(assertProblem(refused, 413, "too-large").path("bytesMax").asLong())
                .isEqualTo(3L * MIB);
        assertThat(PEER.received()).isEmpty();
    }

    /** Longer than any other request may take to arrive, and than any other door may take to answer. */
    @Test
    void waitsForAFileThatComesSlowly() {
        HttpResponse<String> taken =
                send(request(UPLOAD).POST(BodyPublishers.ofInputStream(() -> new Slow(5, Duration.ofMillis(800)))));

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(PEER.received()).singleElement().satisfies(received -> {
            assertThat(received.body()).isEqualTo("x".repeat(5));
        });
    }

    /** What tells a sender to go on answers nothing yet. curl asks for it before it sends a file. */
    @Test
    void waitsForAFileThatComesSlowlyAfterItsSenderWasToldToGoOn() throws IOException, InterruptedException {
        try (RawSocket caller = new RawSocket(port())) {
            caller.say("""
                POST %s HTTP/1.1\r
                Host: gateway\r
                Authorization: Bearer %s\r
                Content-Type: text/csv\r
                Content-Length: 5\r
                Expect: 100-continue\r
                Connection: close\r
                \r
                """.formatted(UPLOAD, ISSUER.hospital("H31000000001")));
            for (int i = 0; i < 5; i++) {
                Thread.sleep(800);
                caller.say("x");
            }

            assertThat(caller.hearToTheEnd())
                    .startsWith("HTTP/1.1 100 Continue")
                    .contains("HTTP/1.1 200 ");
        }
    }

    /** The last byte has left the gateway long before a service has worked through a file of small rows. */
    @Test
    void waitsForAServiceThatStillWorksThroughTheFile() {
        PEER.answers((_, response) ->
                response.sendString(Mono.delay(Duration.ofSeconds(4)).thenReturn("{}")));

        HttpResponse<String> taken = send(request(UPLOAD).POST(BodyPublishers.ofString("x")));

        assertThat(taken.statusCode()).isEqualTo(200);
    }

    /** Whoever may not come in has no longer time at a door for files than at any other. */
    @Test
    void closesARefusedRequestThatDoesNotEnd() throws IOException {
        Instant begin = Instant.now();
        try (RawSocket socket = new RawSocket(port())) {
            String answer = socket.say("POST " + UPLOAD + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\na")
                    .hearToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 401 ");
        }
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    /** One letter at a time. */
    private static final class Slow extends InputStream {

        private final Duration pause;
        private int left;

        private Slow(int letters, Duration pause) {
            this.left = letters;
            this.pause = pause;
        }

        @Override
        public int read() throws IOException {
            if (left-- <= 0) {
                return -1;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int letter = read();
            if (letter < 0) {
                return -1;
            }
            bytes[offset] = (byte) letter;
            return 1;
        }
    }

    private static byte[] ofLength(int length) {
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) 'a');
        return body;
    }
}
