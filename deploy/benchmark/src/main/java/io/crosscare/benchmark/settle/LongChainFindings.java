package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.measure.ProcessorUse;
import io.crosscare.benchmark.measure.Ratio;
import io.crosscare.benchmark.measure.Spread;
import io.crosscare.benchmark.settle.LongChainSettings.Part;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * Everything a run found, before anybody rounds it.
 *
 * @param warmUpRequests of all suites together
 * @param restless how often a suite did not come to rest when it should have
 * @param errors by label
 * @param verdict over all suites
 */
record LongChainFindings(
        LongChainSettings settings,
        Findings.Setting setting,
        List<Comparison> comparisons,
        long warmUpRequests,
        int restless,
        SortedMap<String, Long> errors,
        Verdict verdict) {

    LongChainFindings {
        comparisons = List.copyOf(comparisons);
    }

    /**
     * One side of a comparison.
     *
     * @param entries of the store or of a person before the rounds, as the settings have it
     * @param storedBefore entries in the store before the rounds, as it counts them
     * @param storedAfter after the rounds
     * @param processes of the suite
     * @param rest what they use when nobody asks
     * @param rounds one measurement each
     */
    record Side(
            int entries,
            long storedBefore,
            long storedAfter,
            Set<String> processes,
            ProcessorUse rest,
            List<Measurement> rounds) {

        Side {
            rounds = List.copyOf(rounds);
        }

        /** Processor time per settlement, what the processes use at rest taken off. */
        Spread netMicros(Set<String> some) {
            return Spread.of(netOfRounds(some));
        }

        Spread netMicros() {
            return netMicros(processes);
        }

        /** Processor time per settlement, as it was counted. */
        Spread grossMicros() {
            return Spread.of(
                    rounds.stream().map(round -> round.grossMicros(processes)).toList());
        }

        Spread perSecond() {
            return Spread.of(rounds.stream().map(Measurement::perSecond).toList());
        }

        private List<Double> netOfRounds(Set<String> some) {
            return rounds.stream().map(round -> round.netMicros(some, rest)).toList();
        }
    }

    /** Two sides that took turns in every round. */
    record Comparison(Part part, Side many, Side few) {

        /** Processor time per settlement with many over that with few, round by round. */
        Spread ratio() {
            return Ratio.of(many.netOfRounds(many.processes()), few.netOfRounds(few.processes()));
        }

        boolean isPassed() {
            return ratio().median() <= part.ratioMax();
        }
    }

    /** Processors that everything but the measured suite and this program kept busy. */
    Spread otherProcessors() {
        return Spread.of(comparisons.stream()
                .flatMap(comparison -> List.of(comparison.many(), comparison.few()).stream())
                .flatMap(side -> side.rounds().stream())
                .map(round -> round.use().otherProcessors())
                .toList());
    }

    /** Whether the figures count and no bar is missed; when it is only tried, none is held. */
    boolean isPassed() {
        return verdict.isValid() && (settings.isTrial() || comparisons.stream().allMatch(Comparison::isPassed));
    }
}
