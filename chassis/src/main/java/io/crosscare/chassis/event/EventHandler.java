package io.crosscare.chassis.event;

import reactor.core.publisher.Mono;

/** What a service does with the facts of one topic. Idempotent: any fact may come again, also after later ones. */
public interface EventHandler {

    Topic topic();

    /** How many partitions are handled side by side; the order within each is kept. */
    default int concurrency() {
        return 1;
    }

    /** Completes when the effect is stored. Fails with {@link PoisonEvent} for what can never be processed. */
    Mono<Void> on(ReceivedEvent event);
}
