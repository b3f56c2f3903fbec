package io.crosscare.filing.insured.kafka;

import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.filing.insured.InsuredPersons;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The latest version of each insured person is an event until it is published. */
public final class InsuredPersonOutbox implements Outbox {

    public static final Topic TOPIC = Topic.state("filing.insured-person.v1");
    private static final String TYPE = "io.crosscare.filing.insured-person.v1";

    private final InsuredPersons persons;

    public InsuredPersonOutbox(InsuredPersons persons) {
        this.persons = persons;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Flux<PendingEvent> pending(int limit) {
        return persons.unpublished(limit).map(InsuredPersonOutbox::event);
    }

    @Override
    public Mono<Void> markPublished(PendingEvent event) {
        return persons.markPublished(new PersonId(event.key()), event.version());
    }

    @Override
    public Mono<Void> publishAgain() {
        return persons.markAllUnpublished();
    }

    private static PendingEvent event(InsuredPersons.Unpublished unpublished) {
        var person = unpublished.person();
        return new PendingEvent(
                person.id().value(),
                person.version(),
                TYPE,
                person.history().getLast().at(),
                InsuredPersonMessage.of(person),
                unpublished.traceparent());
    }
}
