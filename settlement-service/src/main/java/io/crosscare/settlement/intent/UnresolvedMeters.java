package io.crosscare.settlement.intent;

import io.crosscare.chassis.observability.AgeGauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * What operations see of outcomes that are not settled yet, from what a sweeper found at its last turn: how many, at most one
 * turn of the sweeper, by age, and for how long the oldest has been open.
 */
public final class UnresolvedMeters implements Consumer<List<Instant>> {

    private static final String KIND = "kind";

    private final String kind;
    private final Clock clock;
    private final MultiGauge byAge;
    private final AgeGauge oldest;

    /** How long an outcome has been open. A minute is what a patient waits at the window. */
    private enum Age {
        UNDER_1_MINUTE(Duration.ofMinutes(1)),
        UNDER_10_MINUTES(Duration.ofMinutes(10)),
        OVER_10_MINUTES(Duration.ofDays(36_500));

        private final Duration below;

        Age(Duration below) {
            this.below = below;
        }

        static Age of(Duration age) {
            return Arrays.stream(values())
                    .filter(each -> age.compareTo(each.below) < 0)
                    .findFirst()
                    .orElse(OVER_10_MINUTES);
        }
    }

    /**
     * Tells of one kind of outcome.
     *
     * @param kind for its label
     */
    public UnresolvedMeters(String kind, MeterRegistry meters, Clock clock) {
        this.kind = kind;
        this.clock = clock;
        this.byAge = MultiGauge.builder("crosscare.unresolved")
                .description("Outcomes in flight for longer than the sweeper waits, at most one turn of it")
                .register(meters);
        this.oldest = AgeGauge.register(
                meters,
                clock,
                "crosscare.unresolved.oldest.age",
                "How long the oldest of them has been in flight",
                Tags.of(KIND, kind));
    }

    /** What a turn has found. */
    @Override
    public void accept(List<Instant> since) {
        Instant now = clock.instant();
        List<Age> ages =
                since.stream().map(each -> Age.of(Duration.between(each, now))).toList();
        byAge.register(
                Arrays.stream(Age.values())
                        .map(age -> MultiGauge.Row.of(
                                Tags.of(KIND, kind, "age", age.name()),
                                ages.stream().filter(age::equals).count()))
                        .toList(),
                true);
        since.stream().min(Instant::compareTo).ifPresentOrElse(oldest::since, oldest::none);
    }
}
