package io.crosscare.settlement.direct.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.benefit.model.BenefitCalculation;
import io.crosscare.settlement.benefit.model.BillBuilder;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.chain.model.Basis;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.policy.ShippedPacks;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A settlement of a stay, computed again with what it names and with what it does not. */
class RecomputationTest {

    private static final String PACK = "321100-employee-2019";

    private final BillBuilder builder = BillBuilder.aBill().covered(10_000_000);
    private final PolicyPack policy = ShippedPacks.named(PACK);
    private final FrozenBill bill =
            new FrozenBill("00".repeat(16), builder.bill(), null, null, null, "c".repeat(64), "d".repeat(64));

    @Test
    void comesToTheSameFromWhatItNames() {
        Settlement settlement = settlementBy(policy, BenefitCalculation.CALCULATION_VERSION);

        Recomputation recomputation = Recomputation.of(settlement, bill, policy, builder.catalogue());

        assertThat(recomputation)
                .isInstanceOfSatisfying(
                        Recomputation.Same.class,
                        same -> assertThat(same.split().amounts()).isEqualTo(settlement.amounts()));
    }

    @Test
    void tellsBothResultsWhereAFigureIsAnother() {
        PolicyPack other = ShippedPacks.edited(
                PACK, "ZJ.EMP.IP.DED.L3:         {fen: 80000", "ZJ.EMP.IP.DED.L3:         {fen: 80001");

        Recomputation recomputation = Recomputation.of(
                settlementBy(policy, BenefitCalculation.CALCULATION_VERSION), bill, other, builder.catalogue());

        assertThat(recomputation)
                .isInstanceOfSatisfying(
                        Recomputation.Different.class,
                        different -> assertThat(different.split()).isNotNull());
    }

    @Test
    void knowsThatAnotherBillWithEqualAmountsIsNotTheSame() {
        FrozenBill twin =
                new FrozenBill("11".repeat(16), bill.bill(), null, null, null, bill.policyHash(), bill.catalogueHash());

        assertThat(Recomputation.of(
                        settlementBy(policy, BenefitCalculation.CALCULATION_VERSION),
                        twin,
                        policy,
                        builder.catalogue()))
                .isInstanceOf(Recomputation.Different.class);
    }

    @Test
    void refusesWhatItCannotCompute() {
        Settlement later = settlementBy(policy, BenefitCalculation.CALCULATION_VERSION + 1);
        Settlement settlement = settlementBy(policy, BenefitCalculation.CALCULATION_VERSION);

        assertThat(Recomputation.of(later, bill, policy, builder.catalogue()))
                .isInstanceOfSatisfying(
                        Recomputation.Different.class,
                        different -> assertThat(different.split()).isNull());
        assertThat(Recomputation.of(settlement, bill, ShippedPacks.named("320100-employee-2019"), builder.catalogue()))
                .isInstanceOfSatisfying(
                        Recomputation.Different.class,
                        different -> assertThat(different.split()).isNull());
    }

    private Settlement settlementBy(PolicyPack pack, int calculationVersion) {
        Head head = Head.empty(Entries.PERSON);
        CostSplit split = (CostSplit) BenefitCalculation.split(bill.bill(), pack, builder.catalogue(), head.counters());
        return new Settlement(
                head.next(Entries.NOW, split.delta()),
                Entries.key("settle"),
                new CanonicalForm("test").text("request").hash(),
                bill.careOf(Entries.visit('a'), new Scope.Batch("1"), Entries.ZHONGSHAN),
                0,
                split.amounts(),
                new Basis(bill.hash(), bill.policyHash(), bill.catalogueHash(), calculationVersion),
                Settlement.ANSWER_VERSION,
                null,
                Set.of());
    }
}
