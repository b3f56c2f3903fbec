package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import java.util.List;
import java.util.function.Function;

/** The four parts of a whole bill after the catalogue: the sums of its lines' parts (domain.md §4.1 steps 1 to 4). */
record BillParts(Money fullSelfPay, Money overLimitSelfPay, Money upfrontSelfPay, Money eligibleCost) {

    static BillParts of(List<LineSplit> lines) {
        return new BillParts(
                sum(lines, LineSplit::fullSelfPay),
                sum(lines, LineSplit::overLimitSelfPay),
                sum(lines, LineSplit::upfrontSelfPay),
                sum(lines, LineSplit::eligibleCost));
    }

    Money totalCost() {
        return fullSelfPay.plus(overLimitSelfPay).plus(upfrontSelfPay).plus(eligibleCost);
    }

    /** Lines may be negative, a bill's parts may not: a return gives back what this bill charged, of its own kind. */
    boolean areConsistent() {
        return !fullSelfPay.isNegative()
                && !overLimitSelfPay.isNegative()
                && !upfrontSelfPay.isNegative()
                && !eligibleCost.isNegative();
    }

    private static Money sum(List<LineSplit> lines, Function<LineSplit, Money> part) {
        return lines.stream().map(part).reduce(Money.ZERO, Money::plus);
    }
}
