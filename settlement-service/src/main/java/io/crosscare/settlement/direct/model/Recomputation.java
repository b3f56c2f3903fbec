package io.crosscare.settlement.direct.model;

import io.crosscare.settlement.benefit.model.BenefitCalculation;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.chain.model.Basis;
import io.crosscare.settlement.chain.model.Care;
import io.crosscare.settlement.chain.model.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * A settlement computed again from what it was computed from: its bill, policy, catalogue and the counters before it. Pure, and
 * the one place that says what "the same" is: the hash of the whole entry, hence its bytes (design.md I10).
 */
public sealed interface Recomputation {

    /** It comes to what is stored, byte for byte. */
    record Same(CostSplit split) implements Recomputation {}

    /**
     * It does not.
     *
     * @param split what it comes to; null where it cannot be computed at all
     */
    record Different(Wording how, @Nullable CostSplit split) implements Recomputation {}

    /** Computes it again from what its basis names; anything else as arguments is a mistake of the caller. */
    static Recomputation of(Settlement settlement, FrozenBill bill, PolicyPack policy, Catalogue catalogue) {
        if (settlement.basis().calculationVersion() != BenefitCalculation.CALCULATION_VERSION) {
            return different("没有该计算版本", "there is no such version of the calculation");
        }
        if (!policy.governs(bill.bill().circumstances())) {
            return different("所依政策不适用于该账单", "its policy does not govern its bill");
        }
        try {
            return BenefitCalculation.split(bill.bill(), policy, catalogue, settlement.splitOn())
                            instanceof CostSplit split
                    ? compared(settlement, bill, split)
                    : different("按其账单重算被拒绝", "its bill is refused now");
        } catch (ArithmeticException _) {
            return different("按其账单重算超出数值范围", "its bill comes to more than can be counted");
        }
    }

    private static Recomputation compared(Settlement settlement, FrozenBill bill, CostSplit split) {
        boolean isSame = split.delta().equals(settlement.counted())
                && again(settlement, bill, split).hash().equals(settlement.hash());
        return isSame
                ? new Same(split)
                : new Different(new Wording("按其账单重算结果不同", "it is not what its bill comes to"), split);
    }

    private static Settlement again(Settlement settlement, FrozenBill bill, CostSplit split) {
        Care stored = settlement.care();
        Basis basis = new Basis(
                bill.hash(),
                bill.policyHash(),
                bill.catalogueHash(),
                settlement.basis().calculationVersion());
        return new Settlement(
                settlement.link(),
                settlement.key(),
                settlement.requestHash(),
                bill.careOf(stored.visit(), stored.scope(), stored.institution()),
                settlement.generation(),
                split.amounts(),
                basis,
                settlement.answerVersion(),
                settlement.invoiceNumber(),
                settlement.flags(),
                settlement.replaced());
    }

    private static Different different(String zh, String en) {
        return new Different(new Wording(zh, en), null);
    }
}
