package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import java.util.List;

/** The four parts of a whole bill after the catalogue: the sums of its lines' parts (domain.md §4.1 steps 1 to 4). */
record BillParts(Money fullSelfPay, Money overLimitSelfPay, Money upfrontSelfPay, Money eligibleCost) {

    static BillParts of(List<LineSplit> lines) {
        long fullSelfPayFen = 0;
        long overLimitSelfPayFen = 0;
        long upfrontSelfPayFen = 0;
        long eligibleCostFen = 0;
        for (LineSplit line : lines) {
            fullSelfPayFen = Math.addExact(fullSelfPayFen, line.fullSelfPay().fen());
            overLimitSelfPayFen =
                    Math.addExact(overLimitSelfPayFen, line.overLimitSelfPay().fen());
            upfrontSelfPayFen =
                    Math.addExact(upfrontSelfPayFen, line.upfrontSelfPay().fen());
            eligibleCostFen = Math.addExact(eligibleCostFen, line.eligibleCost().fen());
        }
        return new BillParts(
                Money.ofFen(fullSelfPayFen),
                Money.ofFen(overLimitSelfPayFen),
                Money.ofFen(upfrontSelfPayFen),
                Money.ofFen(eligibleCostFen));
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
}
