package io.crosscare.filing.lodging.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiledSettlementTest {

    private static final FilingId FILING = new FilingId("f" + "a".repeat(26));
    private static final FilingId OTHER = new FilingId("f" + "b".repeat(26));
    private static final Instant DECIDED_AT = Instant.parse("2019-10-01T00:00:00Z");

    @Test
    void isLiveUntilItIsTakenBackAndOfItsOwnFilingOnly() {
        List<ChainStep> chain = List.of(
                settled("p:1", FILING),
                settled("p:2", OTHER),
                settled("p:3", null),
                settled("p:4", FILING),
                new ChainStep.Undone("p:1"),
                settled("p:6", FILING));

        assertThat(FiledSettlement.liveUnder(FILING, chain))
                .extracting(FiledSettlement::id)
                .containsExactly("p:4", "p:6");
        assertThat(FiledSettlement.liveUnder(OTHER, chain))
                .extracting(FiledSettlement::id)
                .containsExactly("p:2");
    }

    @ParameterizedTest
    @CsvSource({
        // what was done | when it was settled | whether it has to be settled again
        "TREATMENT_CONFIRMED,2019-09-30T23:59:59Z,true",
        "TREATMENT_CONFIRMED,2019-10-01T00:00:00Z,false",
        "TREATMENT_REFUSED,2019-09-30T23:59:59Z,true",
        "CHANGED,2019-09-30T23:59:59Z,false",
    })
    void isOutdatedByALaterDecisionOnTheTreatment(FilingChange.Action action, Instant settledAt, boolean isOutdated) {
        Filing.Effective lodged = (Filing.Effective) SomeFilings.filing('a', "310000", "2019-05-01", null);
        Filing decided = lodged.decideTreatment(
                SpecialTreatment.declared("ST04", null).confirmed("ST04"),
                new FilingChange(action, DECIDED_AT, "agency", "更正"));

        assertThat(settlement("p:1", settledAt).isOutdated(decided)).isEqualTo(isOutdated);
    }

    private static ChainStep settled(String id, @Nullable FilingId filing) {
        return new ChainStep.Settled(settlement(id, DECIDED_AT), filing);
    }

    private static FiledSettlement settlement(String id, Instant at) {
        LocalDate day = LocalDate.parse("2019-09-10");
        return new FiledSettlement(id, new InstitutionCode("H31000000001"), day, day, at);
    }
}
