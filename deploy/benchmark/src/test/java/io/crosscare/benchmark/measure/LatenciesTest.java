package io.crosscare.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Nearest rank, checked by hand: the rank is the share times the count, rounded up. */
class LatenciesTest {

    @Test
    void takesTheNearestRank() {
        Latencies five = Latencies.ofNanos(50, 15, 40, 20, 35);

        assertThat(five.nanosAt(50)).as("0.05 × 5 = 0.25 → 1st").isEqualTo(15);
        assertThat(five.nanosAt(300)).as("0.30 × 5 = 1.5 → 2nd").isEqualTo(20);
        assertThat(five.nanosAt(400)).as("0.40 × 5 = 2 → 2nd").isEqualTo(20);
        assertThat(five.nanosAt(500)).as("0.50 × 5 = 2.5 → 3rd").isEqualTo(35);
        assertThat(five.nanosAt(900)).as("0.90 × 5 = 4.5 → 5th").isEqualTo(50);
        assertThat(five.nanosAt(1_000)).as("the maximum").isEqualTo(50);
    }

    @Test
    void takesNinetyNineOfAHundredAndOneOfAThousand() {
        Latencies hundred = Latencies.ofNanos(LongStream.rangeClosed(1, 100).toArray());
        Latencies thousand = Latencies.ofNanos(LongStream.rangeClosed(1, 1_000).toArray());

        assertThat(hundred.nanosAt(990)).isEqualTo(99);
        assertThat(hundred.nanosAt(999)).isEqualTo(100);
        assertThat(thousand.nanosAt(990)).isEqualTo(990);
        assertThat(thousand.nanosAt(999)).isEqualTo(999);
        assertThat(thousand.nanosAt(1_000)).isEqualTo(1_000);
    }

    @Test
    void isTheOneWhereThereIsOne() {
        assertThat(Latencies.ofNanos(42).nanosAt(1)).isEqualTo(42);
        assertThat(Latencies.ofNanos(42).nanosAt(1_000)).isEqualTo(42);
    }

    @Test
    void ranksManyWithoutOverflow() {
        Latencies many = Latencies.ofNanos(LongStream.rangeClosed(1, 3_000_000).toArray());

        assertThat(many.nanosAt(990)).isEqualTo(2_970_000);
    }

    @Test
    void hasNoneWhereNothingWasAnswered() {
        Latencies none = Latencies.ofNanos();

        assertThat(none.count()).isZero();
        assertThatThrownBy(() -> none.nanosAt(500)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesASharePastAll() {
        Latencies one = Latencies.ofNanos(42);

        assertThatThrownBy(() -> one.nanosAt(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> one.nanosAt(1_001)).isInstanceOf(IllegalArgumentException.class);
    }
}
