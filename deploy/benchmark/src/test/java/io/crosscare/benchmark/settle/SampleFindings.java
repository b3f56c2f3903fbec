package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.measure.ProcessorUse;
import io.crosscare.benchmark.settle.Entrance.Through;
import io.crosscare.benchmark.settle.Settings.Case;
import io.crosscare.benchmark.settle.Settings.Load;
import io.crosscare.benchmark.settle.Settings.Mode;
import io.crosscare.benchmark.settle.Verdict.Check;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Findings small enough to be checked by hand. */
final class SampleFindings {

    static final Case AT_RATE = new Case(Through.GATEWAY, new Load.AtRate(10));
    static final Case SATURATED = new Case(Through.GATEWAY, new Load.Saturated(16));

    private static final long MILLI = 1_000_000;
    private static final Settings SETTINGS = new Settings(
            Mode.SETTLE,
            List.of(Through.GATEWAY),
            List.of(AT_RATE.load(), SATURATED.load()),
            2,
            10,
            5,
            60_000,
            50,
            3,
            50,
            1);
    private static final Verdict VALID = new Verdict(List.of(new Check("没有错误", "no errors", true, "0")));

    private SampleFindings() {}

    static Findings withTwoRounds() {
        SequencedMap<Case, List<Measurement>> measurements = new LinkedHashMap<>();
        Latencies late = Latencies.ofNanos(MILLI / 2);
        measurements.put(
                AT_RATE,
                List.of(
                        measurement(100, 10, Latencies.ofNanos(MILLI, 10 * MILLI), late, 1_000_000),
                        measurement(100, 10, Latencies.ofNanos(2 * MILLI, 20 * MILLI), late, 1_200_000)));
        measurements.put(
                SATURATED,
                List.of(
                        measurement(2_500, 10, Latencies.ofNanos(30 * MILLI), null, 8_000_000),
                        measurement(5_000, 10, Latencies.ofNanos(40 * MILLI), null, 9_000_000)));
        return findings(measurements, new TreeMap<>(), VALID);
    }

    static Findings withOneRound(Latencies latencies) {
        SequencedMap<Case, List<Measurement>> measurements = new LinkedHashMap<>();
        measurements.put(AT_RATE, List.of(measurement(latencies.count(), 10, latencies, null, 1_000_000)));
        return findings(measurements, new TreeMap<>(), VALID);
    }

    static Findings withErrors() {
        Verdict invalid = new Verdict(List.of(new Check("没有错误", "no errors", false, "3")));
        return findings(withTwoRounds().measurements(), new TreeMap<>(Map.of("422 refused NO_FILING", 3L)), invalid);
    }

    private static Findings findings(
            SequencedMap<Case, List<Measurement>> measurements, SortedMap<String, Long> errors, Verdict verdict) {
        SequencedMap<Integer, List<RawInserts.Result>> raw = new LinkedHashMap<>();
        ProcessorUse storeOnly = use(5, 0, 500_000);
        raw.put(
                16,
                List.of(
                        new RawInserts.Result(1_000, 5_000, storeOnly),
                        new RawInserts.Result(1_000, 5_000, storeOnly)));
        SequencedMap<String, Long> resident = new LinkedHashMap<>();
        resident.put("settlement", 400L);
        resident.put("documents", 600L);
        return new Findings(
                SETTINGS,
                new Findings.Setting("2026-11-27T04:00:00Z", 2, "25", true),
                new LinkedHashSet<>(List.of("settlement", "documents")),
                measurements,
                raw,
                1_900,
                new ProcessorUse(5, Map.of("settlement", 100_000L, "documents", 0L, "benchmark", 0L), 0),
                0,
                60_000,
                resident,
                Map.of("settlement", 0.01),
                errors,
                verdict);
    }

    private static Measurement measurement(
            int answered, double seconds, Latencies latencies, @Nullable Latencies late, long settlementMicros) {
        return new Measurement(
                answered, seconds, 0, Map.of(Step.SETTLE, latencies), late, use(10, settlementMicros, 500_000));
    }

    private static ProcessorUse use(double seconds, long settlementMicros, long documentsMicros) {
        return new ProcessorUse(
                seconds, Map.of("settlement", settlementMicros, "documents", documentsMicros, "benchmark", 40_000L), 0);
    }
}
