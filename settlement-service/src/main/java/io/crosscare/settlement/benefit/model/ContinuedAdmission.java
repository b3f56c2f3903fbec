package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;

/**
 * What live settlements of the same stay have charged before this bill: an admission is counted once and its deductible is due
 * once, however often a long stay is settled on the way (中途结算).
 *
 * @param number the admission's number in the year it was counted in; zero where no live settlement counts it any more, so that
 *     this bill does
 * @param deductiblePaid of the deductible of this admission
 */
public record ContinuedAdmission(long number, Money deductiblePaid) {

    public ContinuedAdmission {
        if (number < 0 || deductiblePaid.isNegative()) {
            throw new IllegalArgumentException("an admission is counted from 1, and nobody pays less than nothing");
        }
    }

    boolean isCounted() {
        return number > 0;
    }
}
