package io.crosscare.settlement.replay.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.SplitAmounts;

/**
 * What a candidate would have changed for a group of settlements. Amounts are fen and hold only settlements that the candidate
 * would have made too; those it would have refused are counted.
 *
 * @param winners settlements of which the person would have paid less
 * @param losers settlements of which the person would have paid more
 * @param newlyRefused settlements that could not have been made
 */
public record Impact(
        long settlements,
        Money fundPayBefore,
        Money fundPayAfter,
        Money personalPayBefore,
        Money personalPayAfter,
        long winners,
        long losers,
        long newlyRefused) {

    public static final Impact NONE = new Impact(0, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, 0, 0, 0);

    static Impact of(SplitAmounts before, SplitAmounts after) {
        int change = after.personalPay().compareTo(before.personalPay());
        return new Impact(
                1,
                before.fundPay(),
                after.fundPay(),
                before.personalPay(),
                after.personalPay(),
                change < 0 ? 1 : 0,
                change > 0 ? 1 : 0,
                0);
    }

    static Impact refused() {
        return new Impact(1, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, 0, 0, 1);
    }

    public Impact plus(Impact other) {
        return new Impact(
                settlements + other.settlements,
                fundPayBefore.plus(other.fundPayBefore),
                fundPayAfter.plus(other.fundPayAfter),
                personalPayBefore.plus(other.personalPayBefore),
                personalPayAfter.plus(other.personalPayAfter),
                winners + other.winners,
                losers + other.losers,
                newlyRefused + other.newlyRefused);
    }

    /** Settlements of which the person would have paid the same. */
    public long unchanged() {
        return settlements - winners - losers - newlyRefused;
    }
}
