package io.crosscare.chassis.event;

import reactor.core.publisher.Mono;

/** What a service does with the facts of one topic. Idempotent: any fact may come again, also after later ones. */
public interface EventHandler {

    Topic topic();

    /** Completes when the effect is stored. Fails with {@link PoisonEvent} for what can never be processed. */
    Mono<Void> on(ReceivedEvent event);
}
