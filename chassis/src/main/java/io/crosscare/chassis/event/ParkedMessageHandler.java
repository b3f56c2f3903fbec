package io.crosscare.chassis.event;

import reactor.core.publisher.Mono;

/** What a service does with dead letters, of whatever topic and consumer. Idempotent: any of them may come again. */
public interface ParkedMessageHandler {

    /** Completes when the effect is stored. */
    Mono<Void> on(ParkedMessage message);
}
