package io.crosscare.benchmark.benefit.drools;

/** The fact that all lines were split: the sums of their parts. */
public record BillParts(long fullSelfPay, long overLimitSelfPay, long upfrontSelfPay, long eligibleCost) {

    /** Whether no part is negative: return lines give back no more than was charged for their kind. */
    public boolean isConsistent() {
        return fullSelfPay >= 0 && overLimitSelfPay >= 0 && upfrontSelfPay >= 0 && eligibleCost >= 0;
    }

    public long totalCost() {
        return fullSelfPay + overLimitSelfPay + upfrontSelfPay + eligibleCost;
    }
}
