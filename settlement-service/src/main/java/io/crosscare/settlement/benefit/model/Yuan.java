package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;

/** Amounts as people read them: yuan with two decimals and groups of three. */
public final class Yuan {

    private Yuan() {}

    public static String of(Money amount) {
        return amount.isNegative() ? "−" + amount.negate().toGroupedYuan() : amount.toGroupedYuan();
    }
}
