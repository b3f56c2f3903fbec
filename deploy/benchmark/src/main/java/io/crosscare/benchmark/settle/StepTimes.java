package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.measure.Latencies;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** How long each step of each visit took; a place is written once, by the thread of that visit. */
final class StepTimes {

    private static final long NONE = -1;

    private final Map<Step, long[]> nanos = new EnumMap<>(Step.class);

    StepTimes(Set<Step> steps, int count) {
        for (Step step : steps) {
            long[] places = new long[count];
            Arrays.fill(places, NONE);
            nanos.put(step, places);
        }
    }

    void record(Step step, int index, long took) {
        long[] places = nanos.get(step);
        if (places != null) {
            places[index] = took;
        }
    }

    /** Of those that were answered. Read when all threads have ended. */
    Latencies of(Step step) {
        long[] places = nanos.get(step);
        if (places == null) {
            throw new IllegalArgumentException(step + " is not timed");
        }
        return Latencies.ofNanos(
                Arrays.stream(places).filter(took -> took != NONE).toArray());
    }

    Set<Step> steps() {
        return nanos.keySet();
    }
}
