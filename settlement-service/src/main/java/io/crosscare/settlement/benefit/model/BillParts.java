package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import java.util.List;

/** The four parts of a whole bill after the catalogue: the sums of its lines' parts (domain.md §4.1 steps 1 to 4). */
record BillParts(Money fullSelfPay, Money overLimitSelfPay, Money upfrontSelfPay, Money eligibleCost) {

    static BillParts of(List<LineSplit> lines) {
        Sum sum = new Sum();
        for (LineSplit line : lines) {
            sum.add(line);
        }
        return sum.parts();
    }

    /** The parts of the lines so far, which need not be kept. */
    static final class Sum {

        private long fullSelfPayFen;
        private long overLimitSelfPayFen;
        private long upfrontSelfPayFen;
        private long eligibleCostFen;

        void add(LineSplit line) {
            fullSelfPayFen = Math.addExact(fullSelfPayFen, line.fullSelfPayFen());
            overLimitSelfPayFen = Math.addExact(overLimitSelfPayFen, line.overLimitSelfPayFen());
            upfrontSelfPayFen = Math.addExact(upfrontSelfPayFen, line.upfrontSelfPayFen());
            eligibleCostFen = Math.addExact(eligibleCostFen, line.eligibleCostFen());
        }

        BillParts parts() {
            return new BillParts(
                    Money.ofFen(fullSelfPayFen),
                    Money.ofFen(overLimitSelfPayFen),
                    Money.ofFen(upfrontSelfPayFen),
                    Money.ofFen(eligibleCostFen));
        }
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
