package io.crosscare.chassis.event;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The outbox of a state topic. What it published once it can tell again as it stands now, so that a copy can be rebuilt
 * without the broker.
 */
public interface StateOutbox extends Outbox {

    /**
     * At most so many records, published or not, in the order of their keys.
     *
     * @param after the key before; null from the first on
     */
    Flux<PendingEvent> stored(@Nullable String after, int limit);

    /** The record, or empty when there is none. */
    Mono<PendingEvent> stored(String key);
}
