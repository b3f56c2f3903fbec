package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;

/**
 * The four parts of a category total as the care region has split it: across provinces the insured region gets no lines and cannot
 * split them again (苏医保发〔2022〕75号 第34、35条). The insured region's calculation begins behind it, with the transfer's upfront part.
 *
 * @param upfrontSelfPay 乙类先行自付
 */
public record GivenSplit(Money fullSelfPay, Money overLimitSelfPay, Money upfrontSelfPay, Money eligibleCost) {

    public Money total() {
        return fullSelfPay.plus(overLimitSelfPay).plus(upfrontSelfPay).plus(eligibleCost);
    }
}
