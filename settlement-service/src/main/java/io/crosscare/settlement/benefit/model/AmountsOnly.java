package io.crosscare.settlement.benefit.model;

/**
 * What a bill comes to, without how: for whoever stores or compares it and explains nothing.
 *
 * @param delta how the person's counters change by it; the account by what it pays, negative
 */
public record AmountsOnly(SplitAmounts amounts, Counters delta) implements AmountsOutcome {

    public AmountsOnly {
        requireAccountMoved(amounts, delta);
    }

    static void requireAccountMoved(SplitAmounts amounts, Counters delta) {
        if (delta.value(Counter.ACCOUNT.word()) != -amounts.personalAccountPay().fen()) {
            throw new IllegalArgumentException("the account changes by what it pays");
        }
    }
}
