package io.crosscare.gateway.web;

import io.crosscare.gateway.routes.Door;
import io.crosscare.gateway.routes.Pace;
import io.crosscare.gateway.routes.Peer;
import io.crosscare.gateway.routes.RouteTable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import reactor.core.publisher.Flux;

/** The table as routes of Spring Cloud Gateway, one for each door. */
public final class DoorRoutes implements RouteLocator {

    private final List<Route> routes;

    /**
     * Leads every door to its service.
     *
     * @param addresses base address of each service
     * @param timeouts until a service has to begin its answer
     */
    public DoorRoutes(RouteTable table, Function<Peer, URI> addresses, Function<Pace, Duration> timeouts) {
        this.routes = table.doors().stream()
                .map(door -> route(door, addresses.apply(door.peer()), timeouts.apply(door.pace())))
                .toList();
    }

    @Override
    public Flux<Route> getRoutes() {
        return Flux.fromIterable(routes);
    }

    private static Route route(Door door, URI address, Duration timeout) {
        return Route.async()
                .id(door.id())
                .uri(address)
                .predicate(exchange -> door.equals(Passage.findDoor(exchange)))
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, timeout.toMillis())
                .build();
    }
}
