package io.crosscare.gateway.web;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Headers of every answer, also of problems: nothing is kept by caches, guessed at, framed or run. */
public final class AnswerHeaders implements WebFilter {

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
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> VALUES.forEach(headers::set)));
        return chain.filter(exchange);
    }
}
