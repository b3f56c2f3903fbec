package io.crosscare.filing.lodging;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every implementation of {@link InstitutionLevels} promises; each test begins with an empty one. */
public abstract class InstitutionLevelsContract {

    private static final InstitutionCode GULOU = new InstitutionCode("H32010000001");
    private static final InstitutionCode UNKNOWN = new InstitutionCode("H32010000002");

    protected abstract InstitutionLevels levels();

    @Test
    void keepsTheLatestThatTheRegistryHasSaid() {
        keep(InstitutionLevel.L2, 1);
        keep(InstitutionLevel.L3, 3);
        keep(InstitutionLevel.L1, 2);

        levels().find(GULOU)
                .as(StepVerifier::create)
                .expectNext(InstitutionLevel.L3)
                .verifyComplete();
        levels().find(UNKNOWN).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void knowsNoLevelWhereTheRegistryHasNone() {
        keep(InstitutionLevel.L2, 1);
        keep(null, 2);

        levels().find(GULOU).as(StepVerifier::create).verifyComplete();
    }

    private void keep(@Nullable InstitutionLevel level, long version) {
        levels().keep(GULOU, level, version).as(StepVerifier::create).verifyComplete();
    }
}
