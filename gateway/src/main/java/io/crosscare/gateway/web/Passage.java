package io.crosscare.gateway.web;

import io.crosscare.chassis.observability.Arrival;
import io.crosscare.gateway.identity.Admission;
import io.crosscare.gateway.routes.Door;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** What the steps of the edge have learned about a request so far, kept with it. */
final class Passage {

    private static final String DOOR = Passage.class.getName() + ".door";
    private static final String ARRIVAL = Passage.class.getName() + ".arrival";
    private static final String ADMISSION = Passage.class.getName() + ".admission";

    private Passage() {}

    static void through(ServerWebExchange exchange, Door door, Instant receivedAt) {
        exchange.getAttributes().put(DOOR, door);
        exchange.getAttributes().put(ARRIVAL, new Arrival(door.id(), receivedAt));
    }

    static Arrival requireArrival(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ARRIVAL);
    }

    static @Nullable Door findDoor(ServerWebExchange exchange) {
        return exchange.getAttribute(DOOR);
    }

    static Door requireDoor(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(DOOR);
    }

    static void of(ServerWebExchange exchange, Admission admission) {
        exchange.getAttributes().put(ADMISSION, admission);
    }

    static @Nullable Admission findAdmission(ServerWebExchange exchange) {
        return exchange.getAttribute(ADMISSION);
    }

    static Admission requireAdmission(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ADMISSION);
    }
}
