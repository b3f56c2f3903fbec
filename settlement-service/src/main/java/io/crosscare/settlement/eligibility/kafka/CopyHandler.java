package io.crosscare.settlement.eligibility.kafka;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.settlement.eligibility.CopiedTopic;
import io.crosscare.settlement.eligibility.message.CopiedMessage;
import io.crosscare.settlement.eligibility.model.CopiedRecord;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Copies the records of one state topic. A record may come again or late; the read model keeps the highest version. */
public final class CopyHandler implements EventHandler {

    private final CopiedTopic copied;
    private final Function<CopiedRecord, Mono<Void>> keep;

    public CopyHandler(CopiedTopic copied, Function<CopiedRecord, Mono<Void>> keep) {
        this.copied = copied;
        this.keep = keep;
    }

    @Override
    public Topic topic() {
        return copied.topic();
    }

    @Override
    public Mono<Void> on(ReceivedEvent event) {
        return keep.apply(read(event));
    }

    private CopiedRecord read(ReceivedEvent event) {
        try {
            return event.bodyAs(CopiedMessage.of(copied)).toFacts();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new PoisonEvent("a required field is missing or not understood", e);
        }
    }
}
