package io.crosscare.benchmark.settle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured, and how long.
 *
 * @param neighbours one after the other
 * @param rate settlements that arrive in a second, whatever happens
 * @param wellSeconds of a phase in which no neighbour is sick
 * @param sickSeconds of a phase in which one is
 * @param isDown whether it is killed and started again by the supervisor, rather than suspended
 * @param warmUp requests through the gateway before anything counts
 * @param barMillis what the p99 of settlements must stay below, in every phase
 * @param seed of the bills
 * @param isTrial a short run, in which the bar is not held
 */
record SickNeighbourSettings(
        List<Neighbour> neighbours,
        int rate,
        int wellSeconds,
        int sickSeconds,
        boolean isDown,
        int warmUp,
        int persons,
        int barMillis,
        long seed,
        boolean isTrial) {

    /** Within which everything must be as it was once the neighbour is back. */
    static final Duration RECOVERY_MAX = Duration.ofSeconds(15);

    SickNeighbourSettings {
        neighbours = List.copyOf(neighbours);
        requirePositive("--rate", rate);
        requirePositive("--well", wellSeconds);
        requirePositive("--sick", sickSeconds);
        requirePositive("--persons", persons);
        requirePositive("--bar", barMillis);
        if (warmUp < 0) {
            throw new IllegalArgumentException("--warm-up: 不能为负 / must not be negative");
        }
        if (neighbours.stream().distinct().count() != neighbours.size()) {
            throw new IllegalArgumentException("--neighbours: 每个只能一次 / each of them once");
        }
    }

    /** In the order of the run, without a gap. */
    List<Phase> phases() {
        List<Phase> phases = new ArrayList<>();
        phases.add(new Phase.Well(0, wellSeconds));
        int second = wellSeconds;
        for (Neighbour neighbour : neighbours) {
            phases.add(new Phase.Sick(neighbour, second, sickSeconds));
            second += sickSeconds;
            phases.add(new Phase.After(neighbour, second, wellSeconds));
            second += wellSeconds;
        }
        return phases;
    }

    /** Settlements of the whole run, one visit each. */
    int count() {
        return Math.multiplyExact(rate, phases().getLast().untilSecond());
    }

    private static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + ": 应大于零 / must be positive");
        }
    }
}
