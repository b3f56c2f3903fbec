package io.crosscare.correction.desk.kafka;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.correction.desk.HurryCases;
import reactor.core.publisher.Mono;

/** Hears that an institution has changed: it was registered, resumed, or opened for more. */
public final class InstitutionTopic implements EventHandler {

    public static final Topic TOPIC = Topic.state("registry.institution.v1");

    private final HurryCases hurryCases;

    public InstitutionTopic(HurryCases hurryCases) {
        this.hurryCases = hurryCases;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Mono<Void> on(ReceivedEvent event) {
        return hurryCases.at(institution(event), event.time());
    }

    private static InstitutionCode institution(ReceivedEvent event) {
        try {
            return new InstitutionCode(event.key());
        } catch (IllegalArgumentException e) {
            throw new PoisonEvent("a key that is no institution", e);
        }
    }
}
