package io.crosscare.benchmark.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.benchmark.measure.MachineStat;
import io.crosscare.benchmark.measure.ProcessorUse;
import io.crosscare.benchmark.suite.Meter.Snapshot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MeterTest {

    @Test
    void tellsWhatEachUsedAndWhatIsLeftForTheRest() {
        Snapshot before = new Snapshot(0, Map.of("gateway", 100L, Meter.GENERATOR, 50L), new MachineStat(1_000, 10));
        Snapshot after =
                new Snapshot(2_000_000_000L, Map.of("gateway", 180L, Meter.GENERATOR, 60L), new MachineStat(1_120, 13));

        ProcessorUse use = Meter.between(before, after);

        assertThat(use.seconds()).isEqualTo(2);
        assertThat(use.of("gateway")).as("80 hundredths of a second").isEqualTo(800_000);
        assertThat(use.of(Meter.GENERATOR)).isEqualTo(100_000);
        assertThat(use.otherMicros())
                .as("120 − 80 − 10 that others ran, and 3 stolen")
                .isEqualTo(330_000);
    }

    @Test
    void neverCountsLessThanNothingForTheRest() {
        Snapshot before = new Snapshot(0, Map.of("gateway", 100L), new MachineStat(1_000, 0));
        Snapshot after = new Snapshot(1, Map.of("gateway", 110L), new MachineStat(1_008, 0));

        assertThat(Meter.between(before, after).otherMicros()).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsProcessesThatRun() throws IOException {
        Meter meter = new Meter(suiteOf(ProcessHandle.current().pid()));

        Snapshot snapshot = meter.read();

        assertThat(snapshot.ticks()).containsOnlyKeys("gateway", Meter.GENERATOR);
        assertThat(snapshot.ticks().get("gateway")).isPositive();
        assertThat(meter.residentMib().get("gateway")).isPositive();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsNoProcessThatHasEnded() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        Meter meter = new Meter(suiteOf(process.pid()));
        meter.read();

        process.destroy();
        process.waitFor();

        assertThatThrownBy(meter::read).isInstanceOf(IOException.class);
    }

    private static SequencedMap<String, Long> suiteOf(long pid) {
        SequencedMap<String, Long> pids = new LinkedHashMap<>();
        pids.put("gateway", pid);
        return pids;
    }
}
