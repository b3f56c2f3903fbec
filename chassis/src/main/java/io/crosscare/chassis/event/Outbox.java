package io.crosscare.chassis.event;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the stored facts of one topic that still have to be published. */
public interface Outbox {

    /** Keys marked side by side. */
    int MARKED_AT_ONCE = 32;

    Topic topic();

    /**
     * At most so many unpublished facts, those of one key in their order. Sees everything whose writing was acknowledged
     * before the call.
     */
    Flux<PendingEvent> pending(int limit);

    /** Forgets the fact as pending, unless a later version has taken its place. */
    Mono<Void> markPublished(PendingEvent event);

    /**
     * The same for many, those of one key one after the other; different keys side by side, for a store syncs once for many.
     * Stopped in between, some of them are pending still.
     */
    default Mono<Void> markPublished(List<PendingEvent> events) {
        Collection<List<PendingEvent>> byKey = events.stream()
                .collect(Collectors.groupingBy(PendingEvent::key, LinkedHashMap::new, Collectors.toList()))
                .values();
        return Flux.fromIterable(byKey)
                .flatMap(
                        ofOneKey -> Flux.fromIterable(ofOneKey)
                                .concatMap(this::markPublished)
                                .then(),
                        MARKED_AT_ONCE)
                .then();
    }

    /**
     * Counts everything stored as unpublished, because the broker has nothing of it. Doing it twice changes nothing; stopped in
     * between, it is to be done again.
     */
    Mono<Void> publishAgain();
}
