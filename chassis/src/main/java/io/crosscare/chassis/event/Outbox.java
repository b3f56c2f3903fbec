package io.crosscare.chassis.event;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the stored facts of one topic that still have to be published. */
public interface Outbox {

    Topic topic();

    /**
     * At most so many unpublished facts, those of one key in their order. Sees everything whose writing was acknowledged
     * before the call.
     */
    Flux<PendingEvent> pending(int limit);

    /** Forgets the fact as pending, unless a later version has taken its place. */
    Mono<Void> markPublished(PendingEvent event);

    /**
     * Counts everything stored as unpublished, because the broker has nothing of it. Doing it twice changes nothing; stopped in
     * between, it is to be done again.
     */
    Mono<Void> publishAgain();
}
