package io.crosscare.local.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The two doors of the auditor at a gateway. Silence is an answer too: with status 0. */
final class AuditDoor implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(8);

    private final URI audits;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    AuditDoor(URI gateway, String token) {
        this.audits = gateway.resolve("/api/v1/audits");
        this.token = token;
    }

    /**
     * What came back.
     *
     * @param status 0 where nobody answered in time
     */
    record Answer(int status, JsonNode body) {

        static final Answer SILENCE = new Answer(0, MissingNode.getInstance());

        /** Whether the same request may succeed a little later. */
        boolean isPassing() {
            return status == 0 || status == 429 || status >= 500;
        }

        String text(String field) {
            return body.path(field).asText();
        }
    }

    Answer begin(String key) {
        return send(
                HttpRequest.newBuilder(audits).header("Idempotency-Key", key).POST(BodyPublishers.noBody()));
    }

    Answer read(String id) {
        return send(HttpRequest.newBuilder(URI.create(audits + "/" + id)).GET());
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(
                    request.timeout(ANSWER_TIMEOUT)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("网关的答复不是 JSON / the gateway's answer is no JSON", e);
        } catch (IOException _) {
            return Answer.SILENCE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("被中断 / interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
