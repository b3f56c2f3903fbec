package io.crosscare.settlement.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineRangesTest {

    @Test
    void joinsNeighbours() {
        assertThat(LineRanges.of(List.of())).isEmpty();
        assertThat(LineRanges.of(List.of(5))).isEqualTo("5");
        assertThat(LineRanges.of(List.of(3, 1, 2, 9, 10, 7, 3))).isEqualTo("1-3,7,9-10");
        assertThat(LineRanges.of(List.of(Integer.MAX_VALUE, Integer.MAX_VALUE - 1)))
                .isEqualTo("2147483646-2147483647");
    }

    @Test
    void saysOfManyScatteredLinesThatThereAreMore() {
        String many = LineRanges.of(
                IntStream.rangeClosed(1, 5_000).map(i -> 2 * i).boxed().toList());

        assertThat(many).startsWith("2,4,6,").endsWith(",…").hasSizeLessThan(220);
    }
}
