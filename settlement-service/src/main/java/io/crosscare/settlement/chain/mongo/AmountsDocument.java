package io.crosscare.settlement.chain.mongo;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.settlement.benefit.model.SplitAmounts;

/** The amounts of an entry as they are stored, see {@link SplitAmounts}: fen, and a ratio in basis points. Public for the codec. */
public record AmountsDocument(
        long totalCost,
        long fullSelfPay,
        long overLimitSelfPay,
        long upfrontSelfPay,
        long eligibleCost,
        long transferSelfPay,
        long deductible,
        int reimbursementRatioBp,
        long pooledFundPay,
        long largeAmountPay,
        long seriousIllnessPay,
        long fundPay,
        long personalPay,
        long personalAccountPay,
        long cashPay) {

    static AmountsDocument of(SplitAmounts amounts) {
        return new AmountsDocument(
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

    /** As an undo stores them. */
    AmountsDocument negate() {
        return new AmountsDocument(
                -totalCost,
                -fullSelfPay,
                -overLimitSelfPay,
                -upfrontSelfPay,
                -eligibleCost,
                -transferSelfPay,
                -deductible,
                reimbursementRatioBp,
                -pooledFundPay,
                -largeAmountPay,
                -seriousIllnessPay,
                -fundPay,
                -personalPay,
                -personalAccountPay,
                -cashPay);
    }

    SplitAmounts toAmounts() {
        return new SplitAmounts(
                Money.ofFen(totalCost),
                Money.ofFen(fullSelfPay),
                Money.ofFen(overLimitSelfPay),
                Money.ofFen(upfrontSelfPay),
                Money.ofFen(eligibleCost),
                Money.ofFen(transferSelfPay),
                Money.ofFen(deductible),
                new Ratio(reimbursementRatioBp),
                Money.ofFen(pooledFundPay),
                Money.ofFen(largeAmountPay),
                Money.ofFen(seriousIllnessPay),
                Money.ofFen(fundPay),
                Money.ofFen(personalPay),
                Money.ofFen(personalAccountPay),
                Money.ofFen(cashPay));
    }
}
