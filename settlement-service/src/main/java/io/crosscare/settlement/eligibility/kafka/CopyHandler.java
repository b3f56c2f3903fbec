package io.crosscare.settlement.eligibility.kafka;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.event.Topic;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Copies the records of one state topic. A record may come again or late; the read model keeps the highest version.
 *
 * @param <M> the record as it travels
 * @param <F> the facts this service keeps of it
 */
public final class CopyHandler<M, F> implements EventHandler {

    private final Topic topic;
    private final Class<M> message;
    private final Function<M, F> toFacts;
    private final Function<F, Mono<Void>> keep;

    public CopyHandler(Topic topic, Class<M> message, Function<M, F> toFacts, Function<F, Mono<Void>> keep) {
        this.topic = topic;
        this.message = message;
        this.toFacts = toFacts;
        this.keep = keep;
    }

    @Override
    public Topic topic() {
        return topic;
    }

    @Override
    public Mono<Void> on(ReceivedEvent event) {
        return keep.apply(read(event));
    }

    private F read(ReceivedEvent event) {
        try {
            return toFacts.apply(event.bodyAs(message));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new PoisonEvent("a required field is missing or not understood", e);
        }
    }
}
