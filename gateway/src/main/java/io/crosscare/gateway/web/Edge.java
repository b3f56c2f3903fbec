package io.crosscare.gateway.web;

import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.handler.DefaultWebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The steps every request to the public port takes, in the order they are given. The management server, a context of its own
 * that inherits this bean, is no part of the edge.
 */
public final class Edge implements WebFilter, Ordered {

    private final ApplicationContext publicServer;
    private final List<WebFilter> steps;

    public Edge(ApplicationContext publicServer, List<WebFilter> steps) {
        this.publicServer = publicServer;
        this.steps = List.copyOf(steps);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!publicServer.equals(exchange.getApplicationContext())) {
            return chain.filter(exchange);
        }
        return new DefaultWebFilterChain(chain::filter, steps).filter(exchange);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }
}
