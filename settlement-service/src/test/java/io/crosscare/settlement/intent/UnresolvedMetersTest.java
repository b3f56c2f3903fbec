package io.crosscare.settlement.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.MovingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Outcomes that are not settled yet, by age. */
class UnresolvedMetersTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final MovingClock clock = new MovingClock(NOON);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final UnresolvedMeters meters = new UnresolvedMeters("SETTLEMENT", registry, clock);

    @Test
    void countsByAgeAndKnowsTheOldest() {
        meters.accept(List.of(
                NOON.minusSeconds(11), NOON.minusSeconds(59), NOON.minusSeconds(60), NOON.minus(Duration.ofHours(1))));
        clock.advance(Duration.ofSeconds(5));

        assertThat(count("UNDER_1_MINUTE")).isEqualTo(2);
        assertThat(count("UNDER_10_MINUTES")).isEqualTo(1);
        assertThat(count("OVER_10_MINUTES")).isEqualTo(1);
        assertThat(oldest()).isEqualTo(3605);
    }

    @Test
    void isZeroOnceNothingIsLeft() {
        meters.accept(List.of(NOON.minusSeconds(11)));
        meters.accept(List.of());

        assertThat(count("UNDER_1_MINUTE")).isZero();
        assertThat(oldest()).isZero();
    }

    private double count(String age) {
        return registry.get("crosscare.unresolved")
                .tags("kind", "SETTLEMENT", "age", age)
                .gauge()
                .value();
    }

    private double oldest() {
        return registry.get("crosscare.unresolved.oldest.age")
                .tag("kind", "SETTLEMENT")
                .gauge()
                .value();
    }
}
