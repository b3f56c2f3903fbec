package io.crosscare.gateway.web;

import io.crosscare.gateway.routes.Door;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Headers of every answer, also of problems: nothing is guessed at, framed or run, and nothing is kept by caches but what a public
 * door answers.
 */
public final class AnswerHeaders implements WebFilter {

    private static final Duration KEPT_FOR = Duration.ofMinutes(5);

    static final Map<String, String> VALUES = Map.of(
            HttpHeaders.CACHE_CONTROL,
            "no-store",
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer",
            "Strict-Transport-Security",
            "max-age=31536000");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> {
                    VALUES.forEach(headers::set);
                    if (isForEverybody(exchange)) {
                        headers.setCacheControl(CacheControl.maxAge(KEPT_FOR).cachePublic());
                    }
                }));
        return chain.filter(exchange);
    }

    private static boolean isForEverybody(ServerWebExchange exchange) {
        Door door = Passage.findDoor(exchange);
        return door != null
                && door.isPublic()
                && HttpStatus.OK.equals(exchange.getResponse().getStatusCode());
    }
}
