package io.crosscare.correction.desk.kafka;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.correction.desk.HurryCases;
import reactor.core.publisher.Mono;

/** Hears that a person's record has changed: a card was activated, the insurance restored. */
public final class PersonTopic implements EventHandler {

    public static final Topic TOPIC = Topic.state("filing.insured-person.v1");

    private final HurryCases hurryCases;

    public PersonTopic(HurryCases hurryCases) {
        this.hurryCases = hurryCases;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Mono<Void> on(ReceivedEvent event) {
        return hurryCases.ofPerson(person(event), event.time());
    }

    private static PersonId person(ReceivedEvent event) {
        try {
            return new PersonId(event.key());
        } catch (IllegalArgumentException e) {
            throw new PoisonEvent("a key that is no person", e);
        }
    }
}
