package io.crosscare.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.measure.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a clock of its own: jobs run at once where they are handed out, and only sleeping moves the time. */
class OpenLoopTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long FIRST = 100 * SECOND;

    private final List<Long> latencies = new ArrayList<>();
    private long now;

    @Test
    void beginsJobsWhenTheyAreDue() {
        List<Long> begun = new ArrayList<>();
        OpenLoop loop = new OpenLoop(Runnable::run, () -> now, due -> now = Math.max(now, due));

        Latencies late = loop.run(new Schedule(FIRST, 10, 4), (_, due) -> begun.add(due - FIRST), OpenLoopTest::fail);

        assertThat(begun).containsExactly(0L, SECOND / 10, SECOND / 5, 3 * SECOND / 10);
        assertThat(late.nanosAt(1_000)).isZero();
    }

    @Test
    void countsFromWhenAJobWasDueAlsoWhenItIsLateItself() {
        OpenLoop loop = new OpenLoop(Runnable::run, () -> now, this::oversleepOnce);

        Latencies late =
                loop.run(new Schedule(FIRST, 10, 30), (_, due) -> latencies.add(now - due), OpenLoopTest::fail);

        assertThat(latencies)
                .as("every job is done, none is skipped to catch up")
                .hasSize(30);
        assertThat(latencies.subList(0, 10)).as("before the stall").containsOnly(0L);
        assertThat(latencies.get(10)).as("due when the stall began").isEqualTo(SECOND);
        assertThat(latencies.get(15)).as("due half a second into it").isEqualTo(SECOND / 2);
        assertThat(latencies.subList(20, 30)).as("after it").containsOnly(0L);
        assertThat(late.nanosAt(1_000)).isEqualTo(SECOND);
    }

    @Test
    void saysWhatItDidNotSendBecauseTooManyWereInFlight() {
        List<Runnable> unfinished = new ArrayList<>();
        List<String> notSent = new ArrayList<>();
        OpenLoop loop = new OpenLoop(unfinished::add, () -> now, due -> now = due);

        loop.run(new Schedule(FIRST, 1_000, OpenLoop.IN_FLIGHT_MAX + 3), (_, _) -> {}, () -> notSent.add("one"));

        assertThat(unfinished).hasSize(OpenLoop.IN_FLIGHT_MAX);
        assertThat(notSent).hasSize(3);
    }

    @Test
    void givesAPlaceBackWhenAJobEnds() {
        List<String> notSent = new ArrayList<>();
        OpenLoop loop = new OpenLoop(Runnable::run, () -> now, due -> now = due);

        loop.run(new Schedule(FIRST, 1_000, OpenLoop.IN_FLIGHT_MAX + 3), (_, _) -> {}, () -> notSent.add("one"));

        assertThat(notSent).isEmpty();
    }

    /** The 11th job, due one second after the first, is reached a second late. */
    private void oversleepOnce(long due) {
        boolean isStall = due == FIRST + SECOND;
        now = Math.max(now, due + (isStall ? SECOND : 0));
    }

    private static void fail() {
        throw new AssertionError("too many in flight");
    }
}
