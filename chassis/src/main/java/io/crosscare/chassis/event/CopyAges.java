package io.crosscare.chassis.event;

import io.crosscare.chassis.observability.AgeGauge;
import io.crosscare.chassis.run.PeriodicTask;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What operations see of {@link Freshness}: how old the copy of each state topic may be. Every instance tells the same, for it
 * reads by id what the store knows, once in {@link #EVERY}.
 */
public final class CopyAges {

    /** As often as owners send their heartbeats. */
    public static final Duration EVERY = Relay.HEARTBEAT_EVERY;

    private final Freshness freshness;
    private final Map<Topic, AgeGauge> ages;

    public CopyAges(List<Topic> consumed, Freshness freshness, Clock clock, MeterRegistry meters) {
        this.freshness = freshness;
        this.ages = consumed.stream()
                .filter(Topic::isState)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        topic -> AgeGauge.register(
                                meters,
                                clock,
                                "crosscare.copies.age",
                                "Everything the owner stored before so long ago has arrived",
                                Tags.of("topic", topic.name()))));
    }

    /** The work itself, for the task runner. */
    public PeriodicTask task() {
        return new PeriodicTask("ages of copies", EVERY, this::refresh);
    }

    Mono<Void> refresh() {
        return Flux.fromIterable(ages.entrySet())
                .concatMap(age -> freshness.publishedBefore(age.getKey()).doOnNext(age.getValue()::since))
                .then();
    }
}
