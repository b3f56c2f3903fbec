package io.crosscare.chassis.web;

import io.crosscare.chassis.observability.Arrival;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Keeps the gateway's word on a request, its {@link Arrival}, for whatever is done because of it. */
public final class ArrivalWebFilter implements WebFilter, Ordered {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        Optional<Arrival> arrival = Arrival.read(headers.getFirst(Arrival.DOOR), headers.getFirst(Arrival.RECEIVED_AT));
        return arrival.isEmpty()
                ? chain.filter(exchange)
                : chain.filter(exchange).contextWrite(arrival.get()::addTo);
    }

    /** Behind the check of the caller: who is not let in has not arrived. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 200;
    }
}
