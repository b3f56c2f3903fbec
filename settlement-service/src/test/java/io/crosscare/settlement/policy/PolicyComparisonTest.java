package io.crosscare.settlement.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.policy.PolicyComparison.Difference;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PolicyComparisonTest {

    private static final String NAME = "321100-employee-2019";

    private final PolicyPack pack = ShippedPacks.named(NAME);

    @Test
    void findsNothingBetweenAPackAndItself() {
        PolicyComparison comparison = PolicyComparison.between(pack, pack);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.unchanged()).isEqualTo(pack.places().size());
    }

    @Test
    void namesEveryPlaceOfAFigureThatHasChanged() {
        PolicyPack other = ShippedPacks.edited(NAME, "{fen: 20000, source: T1", "{fen: 30000, source: T1");

        PolicyComparison comparison = PolicyComparison.between(pack, other);

        assertThat(comparison.differences())
                .extracting(Difference::place)
                .containsExactly(
                        "services.INPATIENT.deductible.ACTIVE.L1",
                        "services.INPATIENT.deductible.ACTIVE.COM",
                        "services.INPATIENT.deductible.RETIRED.L1",
                        "services.INPATIENT.deductible.RETIRED.COM");
    }

    @Test
    void seesAnotherMarkAsADifference() {
        PolicyPack other = ShippedPacks.edited(
                NAME,
                "ZJ.EMP.CHR.RATIO:         {bp: 8000, source: A, confidence: assumed}",
                "ZJ.EMP.CHR.RATIO:         {bp: 8000, source: A, confidence: documented}");

        assertThat(PolicyComparison.between(pack, other).differences())
                .hasSize(8)
                .allSatisfy(difference -> assertThat(
                                Objects.requireNonNull(difference.before()).value())
                        .isEqualTo(Objects.requireNonNull(difference.after()).value()));
    }

    @Test
    void tellsWhatOnlyOneOfThemHas() {
        PolicyPack nanjing = ShippedPacks.named("320100-employee-2019");
        PolicyPack later = ShippedPacks.named("320100-employee-2024");

        PolicyComparison comparison = PolicyComparison.between(nanjing, later);

        assertThat(comparison.differences())
                .filteredOn(difference -> difference.after() == null)
                .extracting(Difference::place)
                .contains("services.OUTPATIENT.ratio.ACTIVE.L3");
        assertThat(comparison.differences())
                .filteredOn(difference -> difference.before() == null)
                .extracting(Difference::place)
                .containsExactly("seriousIllness.start", "seriousIllness.bands");
    }
}
