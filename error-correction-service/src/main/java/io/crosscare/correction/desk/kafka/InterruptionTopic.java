package io.crosscare.correction.desk.kafka;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.correction.desk.RecordRefusal;
import io.crosscare.correction.desk.model.Refusal;
import reactor.core.publisher.Mono;

/** Takes faults that stopped somebody off their topic. One under another person's key, or with another number, is none. */
public final class InterruptionTopic implements EventHandler {

    public static final Topic TOPIC = Topic.fact("settlement.interruption.v1");

    private final RecordRefusal recordRefusal;

    public InterruptionTopic(RecordRefusal recordRefusal) {
        this.recordRefusal = recordRefusal;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    /** Cases are apart from each other, and a person's interruptions are on one partition. */
    @Override
    public int concurrency() {
        return Topic.PARTITIONS;
    }

    @Override
    public Mono<Void> on(ReceivedEvent event) {
        Refusal stopped = read(event);
        String person = stopped.subject().scope().person().value();
        if (!person.equals(event.key()) || stopped.sequence() != event.version()) {
            throw new PoisonEvent("an interruption that is not the one its headers name");
        }
        return recordRefusal.record(stopped);
    }

    private static Refusal read(ReceivedEvent event) {
        try {
            return event.bodyAs(InterruptionMessage.class).toRefusal();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new PoisonEvent("an interruption with a field that is missing or cannot be read", e);
        }
    }
}
