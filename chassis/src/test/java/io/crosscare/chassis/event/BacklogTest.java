package io.crosscare.chassis.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.MovingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits to be published, as operations see it. */
class BacklogTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final MovingClock clock = new MovingClock(NOON);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Backlog backlog = new Backlog(Topic.fact("settlement.settlement.v1"), meters, clock);

    @Test
    void growsOlderWhileTheBrokerIsSilent() {
        backlog.found(List.of(event(NOON.minusSeconds(1)), event(NOON.minusSeconds(5)), event(NOON)));
        clock.advance(Duration.ofMinutes(1));

        assertThat(gauge("crosscare.events.pending")).isEqualTo(3);
        assertThat(gauge("crosscare.events.pending.oldest.age")).isEqualTo(65);
    }

    @Test
    void isNothingOnceAllIsPublished() {
        backlog.found(List.of(event(NOON)));
        backlog.found(List.of());
        clock.advance(Duration.ofMinutes(1));

        assertThat(gauge("crosscare.events.pending")).isZero();
        assertThat(gauge("crosscare.events.pending.oldest.age")).isZero();
    }

    private double gauge(String name) {
        return meters.get(name).tag("topic", "settlement.settlement.v1").gauge().value();
    }

    private static PendingEvent event(Instant time) {
        return new PendingEvent("key", 1, "io.crosscare.settlement.settlement.v1", time, "body", null);
    }
}
