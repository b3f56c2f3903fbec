package io.crosscare.correction.desk.kafka;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.correction.desk.RecordRefusal;
import io.crosscare.correction.desk.model.Refusal;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Takes refusals, or the faults that stopped somebody, off their topic. One under another person's key, or with another number
 * than it says, is none.
 */
public final class RefusalTopic implements EventHandler {

    public static final Topic REFUSALS = Topic.fact("settlement.refusal.v1");
    public static final Topic INTERRUPTIONS = Topic.fact("settlement.interruption.v1");

    private final Topic topic;
    private final String one;
    private final Class<? extends Record> message;
    private final Function<ReceivedEvent, Refusal> reading;
    private final RecordRefusal recordRefusal;

    private RefusalTopic(
            Topic topic,
            String one,
            Class<? extends Record> message,
            Function<ReceivedEvent, Refusal> reading,
            RecordRefusal recordRefusal) {
        this.topic = topic;
        this.one = one;
        this.message = message;
        this.reading = reading;
        this.recordRefusal = recordRefusal;
    }

    /** What the rules refused. */
    public static RefusalTopic ofRefusals(RecordRefusal recordRefusal) {
        return new RefusalTopic(
                REFUSALS,
                "a refusal",
                RefusalMessage.class,
                event -> event.bodyAs(RefusalMessage.class).toRefusal(),
                recordRefusal);
    }

    /** What a fault stopped. */
    public static RefusalTopic ofInterruptions(RecordRefusal recordRefusal) {
        return new RefusalTopic(
                INTERRUPTIONS,
                "an interruption",
                InterruptionMessage.class,
                event -> event.bodyAs(InterruptionMessage.class).toRefusal(),
                recordRefusal);
    }

    @Override
    public Topic topic() {
        return topic;
    }

    /** Cases are apart from each other, and what concerns a person is on one partition. */
    @Override
    public int concurrency() {
        return Topic.PARTITIONS;
    }

    @Override
    public Mono<Void> on(ReceivedEvent event) {
        Refusal refusal = read(event);
        String person = refusal.subject().scope().person().value();
        if (!person.equals(event.key()) || refusal.sequence() != event.version()) {
            throw new PoisonEvent(one + " that is not the one its headers name");
        }
        return recordRefusal.record(refusal);
    }

    private Refusal read(ReceivedEvent event) {
        try {
            return reading.apply(event);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw PoisonEvent.unreadable(one, event, message, e);
        }
    }
}
