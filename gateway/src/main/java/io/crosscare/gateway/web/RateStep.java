package io.crosscare.gateway.web;

import io.crosscare.gateway.limits.RateLimits;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Takes each request from its caller's rate. */
public final class RateStep implements WebFilter {

    private final RateLimits limits;

    public RateStep(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        limits.take(Passage.requireAdmission(exchange).caller());
        return chain.filter(exchange);
    }
}
