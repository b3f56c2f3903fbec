package io.crosscare.benchmark.benefit;

import io.crosscare.benchmark.benefit.Case.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything a run found.
 *
 * @param cases in the order in which people read them
 */
record Findings(
        Settings settings, Machine machine, Agreement.Tried agreement, boolean isSmokeRun, Map<Case, Found> cases) {

    private static final int LINES_OF_BARS = 10;
    private static final double SPLITS_MIN = 1_000_000;
    private static final double EXPLANATIONS_MIN = 250_000;
    private static final double TIMES_DROOLS_MIN = 20;
    private static final Set<What> COMPARED = Set.of(What.AMOUNTS_BESIDE_DROOLS, What.BESIDE_DROOLS);

    /** What a case must reach. */
    record Bar(Case of, double needed, double reached) {

        boolean isPassed() {
            return reached >= needed;
        }
    }

    /**
     * The calculation beside the quicker of the two ways to use Drools.
     *
     * @param times how many times as many bills in a second
     * @param bytesShare the bytes it allocates over those of Drools
     */
    record Comparison(double times, double bytesShare) {}

    Optional<Comparison> comparison(Case measured) {
        Found own = cases.get(measured);
        if (own == null || !COMPARED.contains(measured.what())) {
            return Optional.empty();
        }
        return Stream.of(What.FRESH_SESSION, What.POOLED_SESSION)
                .flatMap(way -> Stream.ofNullable(cases.get(new Case(way, measured.insured(), measured.lines()))))
                .max((one, other) ->
                        Double.compare(one.rate().median(), other.rate().median()))
                .map(drools -> new Comparison(
                        own.rate().median() / drools.rate().median(),
                        own.allocation().median() / drools.allocation().median()));
    }

    Optional<Bar> bar(Case measured) {
        return switch (measured.what()) {
            case SPLIT -> ofRate(measured, SPLITS_MIN);
            case EXPLAIN -> ofRate(measured, EXPLANATIONS_MIN);
            case AMOUNTS_BESIDE_DROOLS ->
                comparison(measured).map(found -> new Bar(measured, TIMES_DROOLS_MIN, found.times()));
            case AMOUNTS, BESIDE_DROOLS, FRESH_SESSION, POOLED_SESSION -> Optional.empty();
        };
    }

    private Optional<Bar> ofRate(Case measured, double needed) {
        Found found = cases.get(measured);
        return found == null || measured.lines() != LINES_OF_BARS
                ? Optional.empty()
                : Optional.of(new Bar(measured, needed, found.rate().median()));
    }

    List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        cases.keySet().forEach(measured -> bar(measured).ifPresent(bars::add));
        return bars;
    }
}
