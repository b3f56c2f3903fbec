package io.crosscare.gateway.web;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.gateway.routes.Door;
import io.crosscare.gateway.routes.Match;
import io.crosscare.gateway.routes.RequestPath;
import io.crosscare.gateway.routes.RouteTable;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Finds the door of a request in the table, by the request line itself, before anything else looks at it. */
public final class DoorStep implements WebFilter {

    private final RouteTable table;
    private final PublishedContract contract;
    private final Clock clock;
    private final Map<Door, PathPattern> patterns = new HashMap<>();

    /**
     * Looks requests up.
     *
     * @param contract answered here to anybody
     * @param clock says when a request was received
     */
    public DoorStep(RouteTable table, PublishedContract contract, Clock clock) {
        this.table = table;
        this.contract = contract;
        this.clock = clock;
        table.doors().forEach(door -> patterns.put(door, PathPatternParser.defaultInstance.parse(door.pattern())));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        Match match = RequestPath.parse(targetOf(request))
                .map(path -> table.match(request.getMethod().name(), path))
                .orElseGet(Match.Nothing::new);
        return switch (match) {
            case Match.Found(Door door) -> enter(exchange, chain, door);
            case Match.OtherMethods other ->
                Mono.error(new MethodNotAllowedException(
                        request.getMethod(),
                        other.allowed().stream()
                                .map(method -> HttpMethod.valueOf(method.name()))
                                .collect(Collectors.toSet())));
            case Match.Contract _ -> contract.answer(exchange);
            case Match.Nothing _ -> Mono.error(ProblemException.notFound());
        };
    }

    private Mono<Void> enter(ServerWebExchange exchange, WebFilterChain chain, Door door) {
        PathPattern pattern = patterns.get(door);
        Passage.through(exchange, door, clock.instant());
        exchange.getAttributes().put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(observation -> observation.setPathPattern(door.pattern()));
        return chain.filter(exchange);
    }

    /** As the caller wrote it: Spring's own view has already resolved an absolute form and parameters. */
    private static String targetOf(ServerHttpRequest request) {
        HttpServerRequest received = ServerHttpRequestDecorator.getNativeRequest(request);
        return received.uri();
    }
}
