package io.crosscare.correction.desk.kafka;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.HurryCases;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Hears that what connects two regions has changed. */
public final class ConnectivityTopic implements EventHandler {

    public static final Topic TOPIC = Topic.state("registry.connectivity.v1");

    private static final String ANY = "*";

    private final HurryCases hurryCases;

    public ConnectivityTopic(HurryCases hurryCases) {
        this.hurryCases = hurryCases;
    }

    /** The fields that are read. */
    record ConnectivityMessage(String insuredRegion, String careRegion) {}

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Mono<Void> on(ReceivedEvent event) {
        ConnectivityMessage message = event.bodyAs(ConnectivityMessage.class);
        try {
            return hurryCases.between(regionOf(message.insuredRegion()), regionOf(message.careRegion()), event.time());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw PoisonEvent.unreadable("a connection", event, ConnectivityMessage.class, e);
        }
    }

    private static @Nullable RegionCode regionOf(String text) {
        return text.equals(ANY) ? null : new RegionCode(text);
    }
}
