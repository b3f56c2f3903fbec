package io.crosscare.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.simulator.Simulate.Caught;
import io.crosscare.simulator.mutant.Mutant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each flaw that is planted in the protocol is found by an invariant that should find it, within so many seeds. */
class MutantsTest {

    /** As many as the protocol itself must hold for; the hardest flaw shows in one seed of some hundreds. */
    private static final long SEEDS = 5_000;

    private final Campaign campaign = Campaign.prepare();

    @ParameterizedTest
    @EnumSource
    void isCaught(Mutant mutant) {
        Caught caught = Caught.first(campaign, mutant, 1, SEEDS);

        assertThat(caught).as(mutant.en()).isNotNull();
    }
}
