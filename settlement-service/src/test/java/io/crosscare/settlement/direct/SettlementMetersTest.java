package io.crosscare.settlement.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.Registration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** What operations see of settling, under labels that are public and few. */
class SettlementMetersTest {

    private static final Registration VISIT = TestVisits.registration('a', ServiceType.OUTPATIENT);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SettlementMeters meters = new SettlementMeters(registry);

    @Test
    void namesEveryReasonBeforeTheFirstRefusal() {
        for (RefusalReason reason : RefusalReason.values()) {
            assertThat(registry.get("crosscare.refusals")
                            .tags("door", "settlement", "reason", reason.name())
                            .counter()
                            .count())
                    .isZero();
        }
    }

    @Test
    void countsAnOutcomeForTheInsuredRegionAndForTheInstitution() {
        meters.settled(VISIT);
        meters.refused(SettlingDoor.SETTLEMENT, VISIT, RefusalReason.NO_FILING);
        meters.refused(SettlingDoor.SETTLEMENT, VISIT, RefusalReason.NO_FILING);

        String region = VISIT.insuredRegion().value();
        String institution = VISIT.institution().value();
        assertThat(count("crosscare.settlements.by.region", "insured.region", region, "outcome", "SETTLED"))
                .isEqualTo(1);
        assertThat(count("crosscare.settlements.by.region", "insured.region", region, "outcome", "REFUSED"))
                .isEqualTo(2);
        assertThat(count("crosscare.settlements.by.institution", "institution", institution, "outcome", "REFUSED"))
                .isEqualTo(2);
        assertThat(count("crosscare.refusals", "door", "settlement", "reason", "NO_FILING"))
                .isEqualTo(2);
    }

    @Test
    void doesNotCountARefusedPreviewAsAPatientTurnedAway() {
        meters.refused(SettlingDoor.PREVIEW, VISIT, RefusalReason.NO_FILING);

        assertThat(count("crosscare.refusals", "door", "preview", "reason", "NO_FILING"))
                .isEqualTo(1);
        assertThat(registry.find("crosscare.settlements.by.region").counters()).isEmpty();
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }
}
