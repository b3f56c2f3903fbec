package io.crosscare.benchmark.benefit;

import io.crosscare.settlement.benefit.Explanation;
import io.crosscare.settlement.benefit.model.AmountsOutcome;
import io.crosscare.settlement.benefit.model.BenefitCalculation;
import io.crosscare.settlement.benefit.model.Bill;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.SplitOutcome;
import io.crosscare.settlement.benefit.model.SplitRefusal;

/**
 * A bill with all that its split takes.
 *
 * @param name names the bill to people, and is enough to draw it again
 */
record Sample(String name, Bill bill, PolicyPack pack, Catalogue catalogue, Counters before) {

    /** What the split comes to, without its steps. */
    AmountsOutcome amounts() {
        return BenefitCalculation.amounts(bill, pack, catalogue, before);
    }

    /** The split, with its steps: the rules that gave each amount and their operands. */
    SplitOutcome split() {
        return BenefitCalculation.split(bill, pack, catalogue, before);
    }

    /** The split and its explanation, every text in both languages. */
    Explanation explain() {
        return switch (split()) {
            case CostSplit split -> Explanation.of(split, bill.circumstances(), pack, catalogue);
            case SplitRefusal refusal -> throw new IllegalStateException(name + " is refused: " + refusal);
        };
    }
}
