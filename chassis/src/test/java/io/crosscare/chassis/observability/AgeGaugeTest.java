package io.crosscare.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.MovingClock;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An age that goes on by itself. */
class AgeGaugeTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final MovingClock clock = new MovingClock(NOON);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AgeGauge age = AgeGauge.register(meters, clock, "age", "an age", Tags.of("of", "something"));

    @Test
    void isNoNumberUntilSomebodyHasLooked() {
        assertThat(seconds()).isNaN();
    }

    @Test
    void goesOnBetweenTwoLooks() {
        age.since(NOON.minusSeconds(3));
        clock.advance(Duration.ofMillis(1500));

        assertThat(seconds()).isEqualTo(4.5);
    }

    @Test
    void isZeroWhereThereIsNothing() {
        age.since(NOON.minusSeconds(3));
        age.none();
        clock.advance(Duration.ofMinutes(1));

        assertThat(seconds()).isZero();
    }

    @Test
    void isInfiniteWhereItWasNeverOtherwise() {
        age.since(Instant.EPOCH);

        assertThat(seconds()).isInfinite();
    }

    @Test
    void isNeverNegativeBetweenTwoClocks() {
        age.since(NOON.plusSeconds(1));

        assertThat(seconds()).isZero();
    }

    private double seconds() {
        return meters.get("age").tag("of", "something").gauge().value();
    }
}
