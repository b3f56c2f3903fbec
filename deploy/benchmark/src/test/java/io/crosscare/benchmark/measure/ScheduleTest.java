package io.crosscare.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final long FIRST = 7_000_000_000L;

    @Test
    void spacesRequestsEvenly() {
        Schedule schedule = Schedule.of(FIRST, 20, 3);

        assertThat(schedule.count()).isEqualTo(60);
        assertThat(schedule.dueNanos(0)).isEqualTo(FIRST);
        assertThat(schedule.dueNanos(1)).isEqualTo(FIRST + 50_000_000L);
        assertThat(schedule.dueNanos(59)).isEqualTo(FIRST + 2_950_000_000L);
    }

    @Test
    void addsUpNoRoundingErrors() {
        Schedule schedule = Schedule.of(FIRST, 300, 3_600);

        assertThat(schedule.dueNanos(1)).isEqualTo(FIRST + 3_333_333L);
        assertThat(schedule.dueNanos(3)).isEqualTo(FIRST + 10_000_000L);
        assertThat(schedule.dueNanos(300 * 3_600)).isEqualTo(FIRST + 3_600_000_000_000L);
    }

    @Test
    void refusesARateThatIsNone() {
        assertThatThrownBy(() -> new Schedule(FIRST, 0, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Schedule(FIRST, 10, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMoreRequestsThanCanBeCounted() {
        assertThatThrownBy(() -> Schedule.of(FIRST, 1_000_000, 10_000)).isInstanceOf(ArithmeticException.class);
    }
}
