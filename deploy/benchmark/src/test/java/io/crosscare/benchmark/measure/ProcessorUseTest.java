package io.crosscare.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessorUseTest {

    private static final ProcessorUse TEN_SECONDS =
            new ProcessorUse(10, Map.of("gateway", 4_000_000L, "events", 300_000L), 5_000_000);

    @Test
    void takesOffWhatIsUsedAtRestInTheSameTime() {
        ProcessorUse rest = new ProcessorUse(5, Map.of("gateway", 50_000L, "events", 100_000L), 0);

        ProcessorUse net = TEN_SECONDS.above(rest);

        assertThat(net.of("gateway")).as("4,000,000 − 2 × 50,000").isEqualTo(3_900_000);
        assertThat(net.of("events")).as("300,000 − 2 × 100,000").isEqualTo(100_000);
        assertThat(net.seconds()).isEqualTo(10);
    }

    @Test
    void neverTakesOffMoreThanWasUsed() {
        ProcessorUse busyRest = new ProcessorUse(1, Map.of("gateway", 900_000L, "events", 100_000L), 0);

        assertThat(TEN_SECONDS.above(busyRest).of("gateway")).isZero();
    }

    @Test
    void saysHowManyProcessorsWereBusy() {
        assertThat(TEN_SECONDS.processors(Set.of("gateway", "events"))).isEqualTo(0.43);
        assertThat(TEN_SECONDS.otherProcessors()).isEqualTo(0.5);
    }

    @Test
    void knowsNoProcessThatWasNotRead() {
        assertThatThrownBy(() -> TEN_SECONDS.of("filing")).isInstanceOf(IllegalArgumentException.class);
    }
}
