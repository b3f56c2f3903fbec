package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;

/** Amounts as people read them: yuan with two decimals and groups of three. */
final class Yuan {

    private Yuan() {}

    static String of(Money amount) {
        return amount.isNegative() ? "−" + amount.negate().toGroupedYuan() : amount.toGroupedYuan();
    }
}
