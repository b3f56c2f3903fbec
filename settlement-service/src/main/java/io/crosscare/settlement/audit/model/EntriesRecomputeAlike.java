package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.benefit.model.BenefitCalculation;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.chain.model.Basis;
import io.crosscare.settlement.chain.model.Care;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.Link;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.direct.model.FrozenBill;

/**
 * I10: a settlement computed again from its bill, policy, catalogue and the counters before it has the hash it is stored with,
 * and so has an undo taken again from its original.
 */
final class EntriesRecomputeAlike implements EntryRule {

    @Override
    public Invariant invariant() {
        return Invariant.I10;
    }

    @Override
    public Verdict judge(PlacedEntry placed) {
        Entry entry = placed.stored().entry();
        return switch (placed.evidence()) {
            case Evidence.Priced priced when entry instanceof Settlement settlement -> again(settlement, priced);
            case Evidence.Original(StoredEntry original)
            when original != null && entry instanceof Undo undo -> UndosNegateTheirOriginals.again(undo, original);
            case Evidence.Lacking(var what) -> new Verdict.Broken(what);
            case Evidence.None _, Evidence.Priced _, Evidence.Original _ -> Verdict.NOT_CONCERNED;
        };
    }

    private static Verdict again(Settlement settlement, Evidence.Priced priced) {
        if (settlement.basis().calculationVersion() != BenefitCalculation.CALCULATION_VERSION) {
            return Verdict.broken("没有该计算版本", "there is no such version of the calculation");
        }
        FrozenBill frozen = priced.bill();
        Circumstances circumstances = frozen.bill().circumstances();
        if (!priced.policy().governs(circumstances)) {
            return Verdict.broken("所依政策不适用于该账单", "its policy does not govern its bill");
        }
        return comesToTheSame(settlement, priced)
                ? Verdict.HOLDS
                : Verdict.broken("按其账单重算结果不同", "it is not what its bill comes to");
    }

    private static boolean comesToTheSame(Settlement settlement, Evidence.Priced priced) {
        Link link = settlement.link();
        try {
            return BenefitCalculation.split(priced.bill().bill(), priced.policy(), priced.catalogue(), link.before())
                            instanceof CostSplit split
                    && split.delta().equals(link.delta())
                    && again(settlement, priced.bill(), split).hash().equals(settlement.hash());
        } catch (ArithmeticException _) {
            return false;
        }
    }

    private static Settlement again(Settlement settlement, FrozenBill frozen, CostSplit split) {
        Care stored = settlement.care();
        Basis basis = new Basis(
                frozen.hash(),
                frozen.policyHash(),
                frozen.catalogueHash(),
                settlement.basis().calculationVersion());
        return new Settlement(
                settlement.link(),
                settlement.key(),
                settlement.requestHash(),
                frozen.careOf(stored.visit(), stored.scope(), stored.institution()),
                settlement.generation(),
                split.amounts(),
                basis,
                settlement.answerVersion(),
                settlement.invoiceNumber(),
                settlement.flags());
    }
}
