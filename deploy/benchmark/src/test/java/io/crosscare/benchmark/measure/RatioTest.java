package io.crosscare.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void dividesEachRoundByItsNeighbour() {
        Spread ratio = Ratio.of(List.of(100.0, 300.0, 50.0), List.of(1_000.0, 1_000.0, 100.0));

        assertThat(ratio)
                .as("0.1, 0.3, 0.5; the ratio of the medians would be 0.1")
                .isEqualTo(new Spread(0.3, 0.1, 0.5));
    }

    @Test
    void refusesRoundsWithoutANeighbour() {
        assertThatThrownBy(() -> Ratio.of(List.of(1.0, 2.0), List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToDivideByNothing() {
        assertThatThrownBy(() -> Ratio.of(List.of(1.0), List.of(0.0))).isInstanceOf(IllegalArgumentException.class);
    }
}
