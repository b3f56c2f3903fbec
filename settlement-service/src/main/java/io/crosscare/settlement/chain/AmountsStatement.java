package io.crosscare.settlement.chain;

import io.crosscare.settlement.benefit.model.SplitAmounts;

/**
 * The amounts of a bill as they are told outside, under the names of design.md §6: fen, and the ratio in basis points. Of what
 * is undone, minus the amounts.
 */
public record AmountsStatement(
        long totalCostFen,
        long fullSelfPayFen,
        long overLimitSelfPayFen,
        long upfrontSelfPayFen,
        long eligibleCostFen,
        long transferSelfPayFen,
        long deductibleFen,
        int reimbursementRatioBp,
        long pooledFundPayFen,
        long largeAmountPayFen,
        long seriousIllnessPayFen,
        long fundPayFen,
        long personalPayFen,
        long personalAccountPayFen,
        long cashPayFen) {

    public static AmountsStatement of(SplitAmounts amounts) {
        return new AmountsStatement(
                amounts.totalCost().fen(),
                amounts.fullSelfPay().fen(),
                amounts.overLimitSelfPay().fen(),
                amounts.upfrontSelfPay().fen(),
                amounts.eligibleCost().fen(),
                amounts.transferSelfPay().fen(),
                amounts.deductible().fen(),
                amounts.reimbursementRatio().basisPoints(),
                amounts.pooledFundPay().fen(),
                amounts.largeAmountPay().fen(),
                amounts.seriousIllnessPay().fen(),
                amounts.fundPay().fen(),
                amounts.personalPay().fen(),
                amounts.personalAccountPay().fen(),
                amounts.cashPay().fen());
    }

    static AmountsStatement ofUndone(SplitAmounts amounts) {
        return of(amounts).negate();
    }

    /** The difference; the ratio stays. */
    AmountsStatement minus(AmountsStatement other) {
        return new AmountsStatement(
                totalCostFen - other.totalCostFen,
                fullSelfPayFen - other.fullSelfPayFen,
                overLimitSelfPayFen - other.overLimitSelfPayFen,
                upfrontSelfPayFen - other.upfrontSelfPayFen,
                eligibleCostFen - other.eligibleCostFen,
                transferSelfPayFen - other.transferSelfPayFen,
                deductibleFen - other.deductibleFen,
                reimbursementRatioBp,
                pooledFundPayFen - other.pooledFundPayFen,
                largeAmountPayFen - other.largeAmountPayFen,
                seriousIllnessPayFen - other.seriousIllnessPayFen,
                fundPayFen - other.fundPayFen,
                personalPayFen - other.personalPayFen,
                personalAccountPayFen - other.personalAccountPayFen,
                cashPayFen - other.cashPayFen);
    }

    private AmountsStatement negate() {
        return new AmountsStatement(
                -totalCostFen,
                -fullSelfPayFen,
                -overLimitSelfPayFen,
                -upfrontSelfPayFen,
                -eligibleCostFen,
                -transferSelfPayFen,
                -deductibleFen,
                reimbursementRatioBp,
                -pooledFundPayFen,
                -largeAmountPayFen,
                -seriousIllnessPayFen,
                -fundPayFen,
                -personalPayFen,
                -personalAccountPayFen,
                -cashPayFen);
    }
}
