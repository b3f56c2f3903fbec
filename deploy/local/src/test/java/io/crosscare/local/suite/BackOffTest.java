package io.crosscare.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void doublesFromOneSecondToThirty() {
        BackOff backOff = new BackOff();

        List<Long> waits = IntStream.range(0, 7)
                .mapToObj(turn -> backOff.after(Duration.ofSeconds(3)).toSeconds())
                .toList();

        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void beginsAgainAfterAMinuteOfLife() {
        BackOff backOff = new BackOff();
        backOff.after(Duration.ofSeconds(3));
        backOff.after(Duration.ofSeconds(3));

        assertThat(backOff.after(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(1));
        assertThat(backOff.after(Duration.ofSeconds(59))).isEqualTo(Duration.ofSeconds(2));
    }
}
