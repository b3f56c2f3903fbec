package io.crosscare.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.simulator.Campaign.Summary;
import io.crosscare.simulator.mutant.Mutation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The protocol as production has it, under every fault the simulator knows. */
class ProtocolTest {

    private static final long SEEDS = 5_000;

    /** Of a few hundred kinds of steps the common ones; fewer would mean that the faults do not reach the protocol. */
    private static final int KINDS_OF_CRASHES_MIN = 50;

    private final Campaign campaign = Campaign.prepare();

    @Test
    void holdsEveryInvariantForFiveThousandSeeds() {
        Summary summary = campaign.run(1, SEEDS, Mutation.NONE, false, _ -> {});

        assertThat(summary.failed())
                .as("again, with every step: deploy/local/simulate --seed X --trace")
                .extracting(Run::seed, Run::findings)
                .isEmpty();
        assertThat(summary.seeds()).isEqualTo(SEEDS);
        assertThat(summary.lastSteps()).hasSizeGreaterThan(KINDS_OF_CRASHES_MIN);
        assertThat(summary.powerCuts()).isGreaterThan(SEEDS / 10);
    }

    @Test
    void isTheSameRunForTheSameSeedWithOrWithoutATrace() {
        for (long seed = 1; seed <= 20; seed++) {
            List<String> trace = new ArrayList<>();

            Run silent = campaign.run(seed, Mutation.NONE, null);
            Run traced = campaign.run(seed, Mutation.NONE, trace::add);

            assertThat(traced).isEqualTo(silent);
            assertThat(trace).hasSizeGreaterThan(100);
        }
    }

    @Test
    void isAnotherRunForAnotherSeed() {
        assertThat(campaign.run(1, Mutation.NONE, null).fingerprint())
                .isNotEqualTo(campaign.run(2, Mutation.NONE, null).fingerprint());
    }
}
