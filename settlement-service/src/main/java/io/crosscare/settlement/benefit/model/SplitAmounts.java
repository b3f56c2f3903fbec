package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;

/**
 * The amounts of one settled bill. They always add up, to the fen (design.md I4): what is stored cannot be built otherwise, and
 * what is read is checked again.
 *
 * @param upfrontSelfPay 乙类先行自付
 * @param transferSelfPay 转外自理, part of the eligible cost
 * @param deductible the part of the deductible this bill used
 * @param reimbursementRatio the fund's share that was applied
 */
public record SplitAmounts(
        Money totalCost,
        Money fullSelfPay,
        Money overLimitSelfPay,
        Money upfrontSelfPay,
        Money eligibleCost,
        Money transferSelfPay,
        Money deductible,
        Ratio reimbursementRatio,
        Money pooledFundPay,
        Money largeAmountPay,
        Money seriousIllnessPay,
        Money fundPay,
        Money personalPay,
        Money personalAccountPay,
        Money cashPay) {

    public SplitAmounts {
        require(
                !totalCost.isNegative()
                        && !fullSelfPay.isNegative()
                        && !overLimitSelfPay.isNegative()
                        && !upfrontSelfPay.isNegative()
                        && !eligibleCost.isNegative()
                        && !transferSelfPay.isNegative()
                        && !deductible.isNegative()
                        && !pooledFundPay.isNegative()
                        && !largeAmountPay.isNegative()
                        && !seriousIllnessPay.isNegative()
                        && !fundPay.isNegative()
                        && !personalPay.isNegative()
                        && !personalAccountPay.isNegative()
                        && !cashPay.isNegative(),
                "no amount is negative");
        require(
                fullSelfPay
                        .plus(overLimitSelfPay)
                        .plus(upfrontSelfPay)
                        .plus(eligibleCost)
                        .equals(totalCost),
                "the four parts of the bill sum to its total");
        require(
                transferSelfPay.plus(deductible).compareTo(eligibleCost) <= 0,
                "transfer self-pay and deductible lie within the eligible cost");
        require(
                pooledFundPay.plus(largeAmountPay).plus(seriousIllnessPay).equals(fundPay),
                "the funds sum to the fund pay");
        require(fundPay.plus(personalPay).equals(totalCost), "fund pay and personal pay sum to the total");
        require(personalAccountPay.plus(cashPay).equals(personalPay), "account and cash sum to the personal pay");
    }

    private static void require(boolean holds, String identity) {
        if (!holds) {
            throw new IllegalArgumentException("amounts break the identity: " + identity);
        }
    }
}
