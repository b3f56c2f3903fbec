package io.crosscare.chassis.web;

import java.time.Duration;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The end of a request that is refused before anybody has read it. An answer that overtakes its own request can leave a kept
 * connection that is never read again (reactor-netty #4361), so the rest is read and thrown away first; a caller who takes too
 * long over it is answered all the same, and its connection ends.
 */
final class RequestEnd {

    private static final Duration WAIT_MAX = Duration.ofMillis(500);
    private static final String CLOSE = "close";

    private RequestEnd() {}

    /** Completes when an answer may leave. What was read already is not read again. */
    static Mono<Void> of(ServerWebExchange exchange) {
        HttpHeaders answer = exchange.getResponse().getHeaders();
        if (answer.getConnection().contains(CLOSE)) {
            return Mono.empty();
        }
        return exchange.getRequest()
                .getBody()
                .doOnNext(DataBufferUtils::release)
                .then()
                .timeout(WAIT_MAX, Mono.fromRunnable(() -> answer.setConnection(CLOSE)))
                .onErrorComplete();
    }
}
