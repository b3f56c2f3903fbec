package io.crosscare.settlement.external;

import io.crosscare.settlement.external.model.Comparison;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operations see of comparisons with core systems: how many persons agree, and which counters do not. */
public final class ComparisonMeters {

    private static final String EQUAL = "EQUAL";
    private static final String DIFFERENT = "DIFFERENT";
    private static final String UNKNOWN = "UNKNOWN";

    private final MeterRegistry meters;

    /** There from the start, so that the first difference is seen as a rise from zero. */
    public ComparisonMeters(MeterRegistry meters) {
        this.meters = meters;
        List.of(EQUAL, DIFFERENT, UNKNOWN).forEach(this::outcomes);
        for (io.crosscare.settlement.benefit.model.Counter counter :
                io.crosscare.settlement.benefit.model.Counter.values()) {
            differences(counter.word());
        }
    }

    void count(@Nullable Comparison comparison) {
        if (comparison == null) {
            outcomes(UNKNOWN).increment();
            return;
        }
        outcomes(comparison.isEqual() ? EQUAL : DIFFERENT).increment();
        comparison
                .differences()
                .forEach(difference -> differences(wordOf(difference.counter())).increment());
    }

    private static String wordOf(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    private Counter outcomes(String outcome) {
        return meters.counter("crosscare.accumulator.comparisons", "outcome", outcome);
    }

    private Counter differences(String word) {
        return meters.counter("crosscare.accumulator.differences", "counter", word);
    }
}
