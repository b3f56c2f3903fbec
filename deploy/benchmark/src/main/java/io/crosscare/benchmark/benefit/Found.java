package io.crosscare.benchmark.benefit;

import io.crosscare.benchmark.measure.Spread;
import java.util.List;

/**
 * What the iterations of one case found, those of all its processes in order.
 *
 * @param perSecond bills in a second on one core
 * @param bytes allocated for a bill
 */
record Found(List<Double> perSecond, List<Double> bytes) {

    Found {
        perSecond = List.copyOf(perSecond);
        bytes = List.copyOf(bytes);
    }

    Spread rate() {
        return Spread.of(perSecond);
    }

    Spread allocation() {
        return Spread.of(bytes);
    }
}
