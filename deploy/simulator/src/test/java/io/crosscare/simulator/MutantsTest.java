package io.crosscare.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.simulator.Simulate.Caught;
import io.crosscare.simulator.mutant.Mutant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each flaw that is planted in the protocol is found by an invariant that should find it, within so many seeds. */
class MutantsTest {

    /** More than twice what the hardest of them needs, see docs/simulator.md. */
    private static final long SEEDS = 400;

    private final Campaign campaign = Campaign.prepare();

    @ParameterizedTest
    @EnumSource
    void isCaught(Mutant mutant) {
        Caught caught = Caught.first(campaign, mutant, 1, SEEDS);

        assertThat(caught).as(mutant.en()).isNotNull();
    }
}
