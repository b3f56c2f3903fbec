package io.crosscare.settlement.benefit.model;

/** Splits for tests that expect one. */
public final class Splits {

    private Splits() {}

    public static CostSplit of(Bill bill, PolicyPack pack, Catalogue catalogue, Counters before) {
        return switch (BenefitCalculation.split(bill, pack, catalogue, before)) {
            case CostSplit split -> split;
            case SplitRefusal refusal -> throw new AssertionError("refused: " + refusal);
        };
    }
}
