package io.crosscare.gateway.web;

import io.crosscare.chassis.observability.Arrival;
import java.util.List;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a service gets to see of a request's headers: those listed here, in place of the caller's bearer token the internal
 * one, and the gateway's own word on how the request arrived. Whatever else a caller sends, {@code Forwarded}, {@code X-User}
 * and their kin, ends at the edge; the trace context is added afterwards.
 */
public final class ForwardedHeaders implements HttpHeadersFilter, Ordered {

    private static final List<String> PASSED = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            "Idempotency-Key");

    @Override
    public HttpHeaders filter(HttpHeaders received, ServerWebExchange exchange) {
        HttpHeaders passed = new HttpHeaders();
        for (String name : PASSED) {
            List<String> values = received.get(name);
            if (values != null) {
                passed.put(name, values);
            }
        }
        passed.set(HttpHeaders.USER_AGENT, "crosscare-gateway");
        Arrival arrival = Passage.requireArrival(exchange);
        passed.set(Arrival.DOOR, arrival.door());
        passed.set(Arrival.RECEIVED_AT, arrival.receivedAt().toString());
        passed.setBearerAuth(Passage.requireAdmission(exchange).token().value());
        return passed;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
