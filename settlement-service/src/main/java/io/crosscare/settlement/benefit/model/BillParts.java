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

    /** As the care region has split them. */
    static BillParts ofCategories(List<CategoryTotal> totals) {
        BillParts sum = new BillParts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
        for (CategoryTotal total : totals) {
            sum = new BillParts(
                    sum.fullSelfPay.plus(total.fullSelfPay()),
                    sum.overLimitSelfPay.plus(total.overLimitSelfPay()),
                    sum.upfrontSelfPay.plus(total.upfrontSelfPay()),
                    sum.eligibleCost.plus(total.eligibleCost()));
        }
        return sum;
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
