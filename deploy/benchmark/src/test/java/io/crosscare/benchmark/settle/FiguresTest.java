package io.crosscare.benchmark.settle;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.measure.Spread;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Set<String> SUITE = Set.of("settlement", "documents");

    private final Figures figures = new Figures(SampleFindings.withTwoRounds());

    @Test
    void dividesProcessorTimeBySettlements() {
        assertThat(figures.grossMicros(SampleFindings.AT_RATE, Set.of("settlement")))
                .as("1,000,000 and 1,200,000 µs for 100 settlements each")
                .isEqualTo(new Spread(11_000, 10_000, 12_000));
        assertThat(figures.netMicros(SampleFindings.AT_RATE, Set.of("settlement")))
                .as("10 s of rest at 20,000 µs/s are 200,000 µs less")
                .isEqualTo(new Spread(9_000, 8_000, 10_000));
        assertThat(figures.netMicros(SampleFindings.AT_RATE, SUITE))
                .as("documents used 500,000 µs, and nothing at rest")
                .isEqualTo(new Spread(14_000, 13_000, 15_000));
    }

    @Test
    void doesNotCountTheGeneratorToTheSuite() {
        assertThat(figures.generatorMicros(SampleFindings.AT_RATE)).isEqualTo(new Spread(400, 400, 400));
    }

    @Test
    void tellsPercentilesOfEachRoundInMillis() {
        assertThat(figures.millis(SampleFindings.AT_RATE, Step.SETTLE, 1_000))
                .isEqualTo(Optional.of(new Spread(15, 10, 20)));
        assertThat(figures.lateMillis(SampleFindings.AT_RATE)).isEqualTo(Optional.of(new Spread(0.5, 0.5, 0.5)));
        assertThat(figures.lateMillis(SampleFindings.SATURATED))
                .as("a closed loop is never late")
                .isEmpty();
    }

    @Test
    void setsSaturatedRoundsAgainstTheRawInsertsBesideThem() {
        assertThat(figures.ratio(SampleFindings.SATURATED)).isEqualTo(Optional.of(new Spread(0.375, 0.25, 0.5)));
        assertThat(figures.ratio(SampleFindings.AT_RATE))
                .as("a fixed rate says nothing of what is possible")
                .isEmpty();
    }

    @Test
    void hasNoPercentileWhereNothingWasAnswered() {
        Figures nothing = new Figures(SampleFindings.withOneRound(Latencies.ofNanos()));

        assertThat(nothing.millis(SampleFindings.AT_RATE, Step.SETTLE, 500)).isEmpty();
    }
}
