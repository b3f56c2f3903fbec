package io.crosscare.gateway.web;

import io.crosscare.gateway.limits.AddressLimits;
import io.crosscare.gateway.limits.RateLimits;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Takes each request from its caller's rate; at a public door from the rate of the address it comes from. */
public final class RateStep implements WebFilter {

    private final RateLimits limits;
    private final AddressLimits publicLimits;

    public RateStep(RateLimits limits, AddressLimits publicLimits) {
        this.limits = limits;
        this.publicLimits = publicLimits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (Passage.requireDoor(exchange).isPublic()) {
            publicLimits.take(exchange.getRequest().getRemoteAddress());
        } else {
            limits.take(Passage.requireAdmission(exchange).caller());
        }
        return chain.filter(exchange);
    }
}
