package io.crosscare.gateway.web;

import static io.crosscare.gateway.web.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;

/** More at once than a service is given: what was not sent says so, and may be sent again. */
@TestPropertySource(
        properties = {
            "spring.cloud.gateway.server.webflux.httpclient.pool.max-connections=1",
            "spring.cloud.gateway.server.webflux.httpclient.pool.acquire-timeout=200",
            "crosscare.timeouts.answer=3s"
        })
class BusyPeerIT extends GatewayAtWork {

    @Test
    void tellsWhatWasNotSentFromWhatWasNotAnswered() {
        PEER.answers((_, _) -> Mono.never());

        List<HttpResponse<String>> answers = Stream.of(settle(), settle())
                .map(CompletableFuture::join)
                .sorted((one, other) -> Integer.compare(one.statusCode(), other.statusCode()))
                .toList();

        assertProblem(answers.getFirst(), 503, "busy");
        assertThat(answers.getFirst().headers().firstValue("Retry-After")).isPresent();
        assertProblem(answers.getLast(), 504, "peer-timeout");
        assertThat(PEER.received()).hasSize(1);
    }

    private CompletableFuture<HttpResponse<String>> settle() {
        return CompletableFuture.supplyAsync(
                () -> send(request("/api/v1/visits/v1/settlements").POST(BodyPublishers.ofString("{}"))));
    }
}
