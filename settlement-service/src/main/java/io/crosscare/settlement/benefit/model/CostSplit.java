package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import java.util.List;

/**
 * The split of one bill between patient and funds. Parts always sum to the total, to the fen. The insured region's rules
 * apply; which items count was decided before, by the catalogue.
 *
 * @param lines the bill's, each in its parts; of a bill that came as category totals these
 * @param delta how the person's counters change by it; the account by what it pays, negative
 * @param steps how each amount came about, in order of calculation
 */
public record CostSplit(SplitAmounts amounts, List<LineSplit> lines, Counters delta, List<Step> steps)
        implements SplitOutcome {

    public CostSplit {
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
        requireSame(BillParts.of(lines), amounts);
        AmountsOnly.requireAccountMoved(amounts, delta);
    }

    private static void requireSame(BillParts parts, SplitAmounts amounts) {
        requireSame(parts.fullSelfPay(), amounts.fullSelfPay());
        requireSame(parts.overLimitSelfPay(), amounts.overLimitSelfPay());
        requireSame(parts.upfrontSelfPay(), amounts.upfrontSelfPay());
        requireSame(parts.eligibleCost(), amounts.eligibleCost());
    }

    private static void requireSame(Money linesSum, Money billPart) {
        if (!linesSum.equals(billPart)) {
            throw new IllegalArgumentException("the lines' parts do not sum to the bill's");
        }
    }
}
