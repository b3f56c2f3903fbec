package io.crosscare.chassis.event;

import io.crosscare.chassis.observability.AgeGauge;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What operations see of the facts of one topic that wait to be published: how many the relay found at its last look, at most
 * one batch, and for how long the oldest of them has waited.
 */
final class Backlog {

    private final AtomicInteger waiting = new AtomicInteger();
    private final AgeGauge oldest;

    Backlog(Topic topic, MeterRegistry meters, Clock clock) {
        Tags tags = Tags.of("topic", topic.name());
        Gauge.builder("crosscare.events.pending", waiting, AtomicInteger::get)
                .description("Stored facts not known to be published, at most one batch of the relay")
                .tags(tags)
                .strongReference(true)
                .register(meters);
        this.oldest = AgeGauge.register(
                meters, clock, "crosscare.events.pending.oldest.age", "How long the oldest of them has waited", tags);
    }

    void found(List<PendingEvent> batch) {
        waiting.set(batch.size());
        batch.stream().map(PendingEvent::time).min(Instant::compareTo).ifPresentOrElse(oldest::since, oldest::none);
    }
}
