package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.measure.ProcessorUse;
import io.crosscare.benchmark.settle.Settings.Case;
import io.crosscare.benchmark.suite.RunningSuite;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;

/**
 * Everything a run found, before anybody rounds it.
 *
 * @param measurements by case, one per round
 * @param raw inserts by number in flight, one per round, each right after the saturated settlements of that round
 * @param entryBytes of one entry, on average; 0 where nothing was inserted
 * @param rest use of processors by the suite when nobody asks
 * @param restless how often the suite did not come to rest when it should have
 * @param warmUpRequests that were really made
 * @param residentMib by process, at the end
 * @param pauses of the collectors, as shares of the time of the rounds, by service
 * @param errors by label
 */
record Findings(
        Settings settings,
        Setting setting,
        Set<String> suite,
        SequencedMap<Case, List<Measurement>> measurements,
        SequencedMap<Integer, List<RawInserts.Result>> raw,
        long entryBytes,
        ProcessorUse rest,
        int restless,
        long warmUpRequests,
        SequencedMap<String, Long> residentMib,
        Map<String, Double> pauses,
        SortedMap<String, Long> errors,
        Verdict verdict) {

    /**
     * Where it was measured.
     *
     * @param isForLoad whether the suite was started with {@code up --load}
     * @param startedAt ISO instant
     */
    record Setting(String startedAt, int processors, String jdk, boolean isForLoad) {

        /** Here and now. */
        static Setting of(RunningSuite suite, Clock clock) throws IOException {
            return new Setting(
                    clock.instant().toString(),
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version().toString(),
                    suite.isForLoad());
        }
    }

    List<Measurement> of(Case measured) {
        return measurements.getOrDefault(measured, List.of());
    }
}
