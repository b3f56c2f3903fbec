package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;

/**
 * The fee lines of one national summary category (费用类别), summed and split by the care region: across provinces the insured
 * region gets no lines and cannot split them again (苏医保发〔2022〕75号 第34、35条; domain.md §2.1 no. 38, §4.3).
 *
 * @param category name or code of the category, for people
 */
public record CategoryTotal(
        String category, Money fullSelfPay, Money overLimitSelfPay, Money upfrontSelfPay, Money eligibleCost) {}
