package io.crosscare.benchmark.benefit.drools;

import io.crosscare.settlement.benefit.model.SplitRefusal.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What both sides must agree on: why there is no split, or its amounts in fen.
 *
 * @param refusal null where there is a split; with one, every amount is zero
 * @param ratio the fund's share in basis points
 */
public record Answer(
        @Nullable Reason refusal,
        long fullSelfPay,
        long overLimitSelfPay,
        long upfrontSelfPay,
        long eligibleCost,
        long deductible,
        int ratio,
        long pooledFundPay,
        long personalPay,
        long personalAccountPay,
        long cashPay) {

    public static Answer refused(Reason reason) {
        return new Answer(reason, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The parts of the bill, who pays them, and what that leaves to cash. */
    public static Answer of(
            BillParts parts, Deducted deducted, Benefit benefit, FundPay fund, long personalAccountPay) {
        long personalPay = parts.totalCost() - fund.amount();
        return new Answer(
                null,
                parts.fullSelfPay(),
                parts.overLimitSelfPay(),
                parts.upfrontSelfPay(),
                parts.eligibleCost(),
                deducted.amount(),
                benefit.ratio(),
                fund.amount(),
                personalPay,
                personalAccountPay,
                personalPay - personalAccountPay);
    }
}
