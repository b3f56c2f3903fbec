package io.crosscare.benchmark.measure;

import java.util.List;

/** A figure of several rounds: the median, and how far the rounds lay apart. */
public record Spread(double median, double min, double max) {

    public static Spread of(List<Double> rounds) {
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("no round");
        }
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }

    /** Median, and lowest to highest in parentheses. */
    public String text(int decimals) {
        String form = "%,." + decimals + "f";
        return (form + " (" + form + "–" + form + ")").formatted(median, min, max);
    }
}
