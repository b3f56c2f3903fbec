package io.crosscare.filing.insured.kafka;

import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.StateOutbox;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.insured.model.InsuredPerson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The latest version of each insured person is an event until it is published. */
public final class InsuredPersonOutbox implements StateOutbox {

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
        return persons.unpublished(limit).map(one -> event(one.person(), one.traceparent()));
    }

    @Override
    public Mono<Void> markPublished(PendingEvent event) {
        return persons.markPublished(new PersonId(event.key()), event.version());
    }

    @Override
    public Mono<Void> publishAgain() {
        return persons.markAllUnpublished();
    }

    @Override
    public Flux<PendingEvent> stored(@Nullable String after, int limit) {
        return persons.all(after == null ? null : new PersonId(after), limit).map(person -> event(person, null));
    }

    @Override
    public Mono<PendingEvent> stored(String key) {
        return persons.find(new PersonId(key)).map(person -> event(person, null));
    }

    private static PendingEvent event(InsuredPerson person, @Nullable String traceparent) {
        return new PendingEvent(
                person.id().value(),
                person.version(),
                TYPE,
                person.history().getLast().at(),
                InsuredPersonMessage.of(person),
                traceparent);
    }
}
