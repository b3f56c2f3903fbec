package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.measure.ProcessorUse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One round of one case.
 *
 * @param answered settlements
 * @param seconds from the first due to the last answer, and never less than the schedule takes
 * @param errors of any step
 * @param late how late the generator handed out its jobs; null for a closed loop, which cannot be late
 * @param use of processors from the first request until the suite was at rest again
 */
record Measurement(
        int answered,
        double seconds,
        long errors,
        Map<Step, Latencies> latencies,
        @Nullable Latencies late,
        ProcessorUse use) {

    double perSecond() {
        return answered / seconds;
    }

    /** Processor time of these processes per settlement, what they use at rest taken off. */
    double netMicros(Set<String> processes, ProcessorUse rest) {
        return perSettlement(use.above(rest), processes);
    }

    /** Processor time of these processes per settlement, as it was counted. */
    double grossMicros(Set<String> processes) {
        return perSettlement(use, processes);
    }

    private double perSettlement(ProcessorUse used, Set<String> processes) {
        return answered == 0 ? 0 : (double) used.sum(processes) / answered;
    }

    Latencies of(Step step) {
        Latencies found = latencies.get(step);
        if (found == null) {
            throw new IllegalArgumentException(step + " was not timed");
        }
        return found;
    }
}
