package io.crosscare.chassis.agency.kafka;

import io.crosscare.chassis.agency.Agencies;
import io.crosscare.chassis.agency.Agency;
import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.region.RegionCode;
import reactor.core.publisher.Mono;

/** Keeps the registry's agencies at hand. */
public final class KeepAgencies implements EventHandler {

    public static final Topic TOPIC = Topic.state("registry.agency.v1");

    private final Agencies agencies;

    public KeepAgencies(Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Mono<Void> on(ReceivedEvent event) {
        return agencies.keep(agencyOf(event));
    }

    private static Agency agencyOf(ReceivedEvent event) {
        AgencyMessage message = event.bodyAs(AgencyMessage.class);
        String region = message.region();
        String name = message.name();
        if (region == null || name == null) {
            throw new PoisonEvent("an agency has a region and a name");
        }
        try {
            return new Agency(new RegionCode(region), name, message.phone(), event.version());
        } catch (IllegalArgumentException e) {
            throw new PoisonEvent("the agency's region is not a region code", e);
        }
    }
}
