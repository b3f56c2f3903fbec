package io.crosscare.chassis.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long something has lasted, in seconds. Goes on by itself between two looks, so that a look that fails does not stop
 * the clock. Zero where there is nothing, infinite where it was never otherwise, not a number until somebody has looked.
 */
public final class AgeGauge {

    private static final double MILLIS_PER_SECOND = 1000.0;

    private final Clock clock;
    private volatile @Nullable Look last;

    private record Look(@Nullable Instant since) {}

    private AgeGauge(Clock clock) {
        this.clock = clock;
    }

    public static AgeGauge register(MeterRegistry meters, Clock clock, String name, String description, Tags tags) {
        AgeGauge age = new AgeGauge(clock);
        Gauge.builder(name, age, AgeGauge::seconds)
                .description(description)
                .baseUnit("seconds")
                .tags(tags)
                .strongReference(true)
                .register(meters);
        return age;
    }

    /** It began then; {@link Instant#EPOCH} says that it was never otherwise. */
    public void since(Instant instant) {
        last = new Look(instant);
    }

    /** There is nothing that lasts. */
    public void none() {
        last = new Look(null);
    }

    private double seconds() {
        Look look = last;
        return look == null ? Double.NaN : seconds(look.since(), clock.instant());
    }

    /** The age of what began at an instant, as this gauge tells it. */
    public static double seconds(@Nullable Instant since, Instant now) {
        if (since == null) {
            return 0;
        }
        return since.equals(Instant.EPOCH)
                ? Double.POSITIVE_INFINITY
                : Math.max(0, Duration.between(since, now).toMillis()) / MILLIS_PER_SECOND;
    }
}
