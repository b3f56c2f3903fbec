package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.measure.Ratio;
import io.crosscare.benchmark.measure.Spread;
import io.crosscare.benchmark.settle.Settings.Case;
import io.crosscare.benchmark.settle.Settings.Load.Saturated;
import io.crosscare.benchmark.suite.Meter;
import io.crosscare.benchmark.suite.RunningSuite;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The figures of a run, from its rounds: medians, and how far the rounds lay apart. */
final class Figures {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int P99 = 990;
    private static final Set<String> GENERATOR = Set.of(Meter.GENERATOR);

    private final Findings findings;

    Figures(Findings findings) {
        this.findings = findings;
    }

    Spread perSecond(Case measured) {
        return spread(measured, Measurement::perSecond);
    }

    /** Of all rounds. */
    long errors(Case measured) {
        return findings.of(measured).stream().mapToLong(Measurement::errors).sum();
    }

    /** Empty when a round had no answer. */
    Optional<Spread> millis(Case measured, Step step, int perMille) {
        List<Measurement> rounds = findings.of(measured);
        return rounds.stream().allMatch(round -> round.of(step).count() > 0)
                ? Optional.of(spread(measured, round -> millis(round.of(step), perMille)))
                : Optional.empty();
    }

    /** How late the generator was, of those it handed out by the clock; empty for closed loops. */
    Optional<Spread> lateMillis(Case measured) {
        return findings.of(measured).stream().allMatch(round -> round.late() != null)
                ? Optional.of(spread(measured, Figures::lateMillis))
                : Optional.empty();
    }

    private static double lateMillis(Measurement round) {
        Latencies late = round.late();
        return late == null ? 0 : millis(late, P99);
    }

    /** Processor time per settlement, what the processes use at rest taken off. */
    Spread netMicros(Case measured, Set<String> processes) {
        return spread(measured, round -> round.netMicros(processes, findings.rest()));
    }

    /** Processor time per settlement as it was counted. */
    Spread grossMicros(Case measured, Set<String> processes) {
        return spread(measured, round -> round.grossMicros(processes));
    }

    Spread generatorMicros(Case measured) {
        return grossMicros(measured, GENERATOR);
    }

    /** Processors that everything but suite and generator kept busy. */
    Spread otherProcessors() {
        return Spread.of(findings.measurements().values().stream()
                .flatMap(List::stream)
                .map(round -> round.use().otherProcessors())
                .toList());
    }

    Spread rawPerSecond(int inFlight) {
        return Spread.of(
                raw(inFlight).stream().map(RawInserts.Result::perSecond).toList());
    }

    Spread rawStoreMicros(int inFlight) {
        return Spread.of(raw(inFlight).stream()
                .map(round -> (double) round.use().of(RunningSuite.DOCUMENTS) / round.inserted())
                .toList());
    }

    /** Settlements over raw inserts, both with so many in flight; empty for other cases or where nothing was inserted. */
    Optional<Spread> ratio(Case measured) {
        if (!(measured.load() instanceof Saturated(int inFlight))
                || raw(inFlight).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Ratio.of(
                findings.of(measured).stream().map(Measurement::perSecond).toList(),
                raw(inFlight).stream().map(RawInserts.Result::perSecond).toList()));
    }

    private List<RawInserts.Result> raw(int inFlight) {
        return findings.raw().getOrDefault(inFlight, List.of());
    }

    private Spread spread(Case measured, ToDoubleFunction<Measurement> figure) {
        return Spread.of(
                findings.of(measured).stream().mapToDouble(figure).boxed().toList());
    }

    private static double millis(Latencies latencies, int perMille) {
        return latencies.nanosAt(perMille) / NANOS_PER_MILLI;
    }
}
