package io.crosscare.correction.desk.kafka;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.correction.desk.RecordRefusal;
import io.crosscare.correction.desk.model.Refusal;
import reactor.core.publisher.Mono;

/** Takes refusals off their topic. One under another person's key, or with another number than it says, is no refusal. */
public final class RefusalTopic implements EventHandler {

    public static final Topic TOPIC = Topic.fact("settlement.refusal.v1");

    private final RecordRefusal recordRefusal;

    public RefusalTopic(RecordRefusal recordRefusal) {
        this.recordRefusal = recordRefusal;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    /** Cases are apart from each other, and a person's refusals are on one partition. */
    @Override
    public int concurrency() {
        return Topic.PARTITIONS;
    }

    @Override
    public Mono<Void> on(ReceivedEvent event) {
        Refusal refusal = read(event);
        String person = refusal.subject().scope().person().value();
        if (!person.equals(event.key()) || refusal.sequence() != event.version()) {
            throw new PoisonEvent("a refusal that is not the one its headers name");
        }
        return recordRefusal.record(refusal);
    }

    private static Refusal read(ReceivedEvent event) {
        try {
            return event.bodyAs(RefusalMessage.class).toRefusal();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new PoisonEvent("a refusal with a field that is missing or cannot be read", e);
        }
    }
}
