package io.crosscare.simulator;

import io.crosscare.simulator.check.Checks;
import io.crosscare.simulator.check.Finding;
import io.crosscare.simulator.mutant.Mutation;
import io.crosscare.simulator.suite.Packs;
import io.crosscare.simulator.suite.World;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One seed's run and what was found at its end.
 *
 * @param steps how many things happened
 * @param fingerprint of all that happened: the same seed has the same one, on any machine
 * @param answers how many requests were answered, or given up
 * @param lastSteps before which steps processes crashed, and how often
 */
public record Run(
        long seed,
        List<Finding> findings,
        long steps,
        long fingerprint,
        long answers,
        int crashes,
        int powerCuts,
        Map<String, Integer> lastSteps) {

    public Run {
        findings = List.copyOf(findings);
    }

    /** Runs a seed. What breaks the simulator itself is a finding too. */
    static Run of(long seed, Packs packs, Mutation mutation, @Nullable Consumer<String> trace) {
        World world = new World(seed, packs, mutation, trace);
        List<Finding> findings;
        try {
            world.run();
            findings = Checks.of(world, packs);
        } catch (RuntimeException e) {
            findings = List.of(new Finding("SIMULATOR", e.toString()));
            if (trace != null) {
                e.printStackTrace();
            }
        }
        return new Run(
                seed,
                findings,
                world.timeline().steps(),
                world.timeline().fingerprint(),
                world.journal().told().size(),
                world.crashes(),
                world.powerCuts(),
                world.timeline().lastSteps());
    }

    boolean isClean() {
        return findings.isEmpty();
    }
}
