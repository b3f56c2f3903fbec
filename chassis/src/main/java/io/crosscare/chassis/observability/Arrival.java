package io.crosscare.chassis.observability;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * How a request came into the suite: through which door of the gateway, and when the gateway had it. Travels in two headers
 * that the gateway alone writes, and in the service in the context of the request's own work.
 *
 * @param door method and path of the route table, ids in braces: {@code POST /visits/{id}/settlements}
 */
public record Arrival(String door, Instant receivedAt) {

    public static final String DOOR = "X-Crosscare-Door";
    public static final String RECEIVED_AT = "X-Crosscare-Received-At";

    private static final Pattern FORM = Pattern.compile("(?:GET|POST|PUT) /[A-Za-z0-9/{}.-]{1,120}");

    public Arrival {
        if (!FORM.matcher(door).matches()) {
            throw new IllegalArgumentException("a door is a method and a path with ids in braces");
        }
    }

    /** What the two headers say; empty when one is missing or malformed, as where a neighbour calls on its own behalf. */
    public static Optional<Arrival> read(@Nullable String door, @Nullable String receivedAt) {
        if (door == null || receivedAt == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Arrival(door, Instant.parse(receivedAt)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Of the request whose work this is; empty for work that no request began. */
    public static Optional<Arrival> in(ContextView context) {
        return context.getOrEmpty(Arrival.class);
    }

    /** The context with this arrival in it. */
    public Context addTo(Context context) {
        return context.put(Arrival.class, this);
    }
}
