package io.crosscare.correction.desk.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.correction.desk.model.SeenSequences.Range;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeenSequencesTest {

    @Test
    void joinsWhatTouches() {
        assertThat(seen(1, 3, 2, 7, 6).ranges()).containsExactly(new Range(1, 3), new Range(6, 7));
        assertThat(seen(5, 4, 3, 2, 1).ranges()).containsExactly(new Range(1, 5));
        assertThat(seen(2, 2, 2).ranges()).containsExactly(new Range(2, 2));
    }

    @Test
    void knowsWhatItHasSeen() {
        SeenSequences seen = seen(1, 3);

        assertThat(seen.contains(1)).isTrue();
        assertThat(seen.contains(2)).isFalse();
        assertThat(seen.contains(3)).isTrue();
        assertThat(seen.contains(4)).isFalse();
    }

    @Test
    void staysBoundedByForgettingTheOldestGaps() {
        SeenSequences seen = seen(LongStream.rangeClosed(1, SeenSequences.RANGES_MAX + 5L)
                .map(i -> i * 2)
                .toArray());

        assertThat(seen.ranges()).hasSize(SeenSequences.RANGES_MAX);
        assertThat(seen.contains(3)).isTrue();
        assertThat(seen.contains(SeenSequences.RANGES_MAX * 2L - 1)).isFalse();
    }

    private static SeenSequences seen(long... numbers) {
        SeenSequences seen = SeenSequences.NONE;
        for (long number : numbers) {
            seen = seen.with(number);
        }
        return seen;
    }
}
