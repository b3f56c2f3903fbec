package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;

/** Amounts as people read them: yuan with two decimals and groups of three. */
final class Yuan {

    private static final int GROUP = 3;
    private static final int UNGROUPED_MAX = "999.99".length();

    private Yuan() {}

    static String of(Money amount) {
        String plain = amount.abs().toYuan();
        String grouped = plain.length() <= UNGROUPED_MAX ? plain : grouped(plain);
        return amount.isNegative() ? "−" + grouped : grouped;
    }

    private static String grouped(String plain) {
        StringBuilder grouped = new StringBuilder(plain);
        for (int at = plain.indexOf('.') - GROUP; at > 0; at -= GROUP) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }
}
