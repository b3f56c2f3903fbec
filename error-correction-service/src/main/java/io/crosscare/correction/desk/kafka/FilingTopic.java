package io.crosscare.correction.desk.kafka;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.correction.desk.RecordFiling;
import io.crosscare.correction.desk.model.Fact.Filed;
import reactor.core.publisher.Mono;

/** Takes filings off their topic; the event's time is the time of the change that made this version. */
public final class FilingTopic implements EventHandler {

    public static final Topic TOPIC = Topic.state("filing.filing.v1");

    private final RecordFiling recordFiling;

    public FilingTopic(RecordFiling recordFiling) {
        this.recordFiling = recordFiling;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Mono<Void> on(ReceivedEvent event) {
        Heard heard = read(event);
        return recordFiling.record(heard.person(), heard.filing());
    }

    private record Heard(PersonId person, Filed filing) {}

    private static Heard read(ReceivedEvent event) {
        FilingMessage message = event.bodyAs(FilingMessage.class);
        try {
            return new Heard(message.toPerson(), message.toFiled(event.time()));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw PoisonEvent.unreadable("a filing", event, FilingMessage.class, e);
        }
    }
}
