package io.crosscare.benchmark.measure;

import java.util.ArrayList;
import java.util.List;

/** One rate over another, round by round: what a slow minute of the machine did to both does not show. */
public final class Ratio {

    private Ratio() {}

    /** The ratios of rounds that were measured side by side, each of the first list over its neighbour in the second. */
    public static Spread of(List<Double> rates, List<Double> bases) {
        if (rates.size() != bases.size()) {
            throw new IllegalArgumentException(rates.size() + " rounds over " + bases.size());
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rates.size(); round++) {
            if (bases.get(round) <= 0) {
                throw new IllegalArgumentException("nothing to divide by in round " + (round + 1));
            }
            ratios.add(rates.get(round) / bases.get(round));
        }
        return Spread.of(ratios);
    }
}
