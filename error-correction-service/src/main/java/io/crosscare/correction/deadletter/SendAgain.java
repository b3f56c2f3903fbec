package io.crosscare.correction.deadletter;

import io.crosscare.correction.deadletter.model.DeadLetter;
import reactor.core.publisher.Mono;

/** Port to the topics: a message goes to where it was sent first, as it was sent. */
@FunctionalInterface
public interface SendAgain {

    /** Completes when the broker has it. */
    Mono<Void> send(DeadLetter letter, Payload payload);
}
