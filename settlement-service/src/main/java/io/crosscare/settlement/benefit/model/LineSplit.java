package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import org.jspecify.annotations.Nullable;

/**
 * One fee line in its four parts. They sum to the line and carry its sign; the national interface stores them per line, which
 * is why each is rounded here and not on the sum (domain.md §4.2).
 *
 * @param item as the catalogue has it; null where it lists no such item, and then the whole line is full self-pay, and of a category
 *     total, whose parts the care region has given
 * @param limit the price limit that was applied, as a magnitude; null where none was
 */
public record LineSplit(
        FeeLine line,
        @Nullable CatalogueItem item,
        Ratio upfrontRatio,
        @Nullable Money limit,
        long fullSelfPayFen,
        long overLimitSelfPayFen,
        long upfrontSelfPayFen,
        long eligibleCostFen) {

    public LineSplit {
        long amountFen = line.amount().fen();
        if (fullSelfPayFen + overLimitSelfPayFen + upfrontSelfPayFen + eligibleCostFen != amountFen) {
            throw new IllegalStateException("parts of line " + line.lineNumber() + " do not sum to it");
        }
        int sign = amountFen < 0 ? -1 : 1;
        if (fullSelfPayFen * sign < 0
                || overLimitSelfPayFen * sign < 0
                || upfrontSelfPayFen * sign < 0
                || eligibleCostFen * sign < 0) {
            throw new IllegalStateException("a part of line " + line.lineNumber() + " has another sign than the line");
        }
    }

    LineSplit(
            FeeLine line,
            @Nullable CatalogueItem item,
            Ratio upfrontRatio,
            @Nullable Money limit,
            Money fullSelfPay,
            Money overLimitSelfPay,
            Money upfrontSelfPay,
            Money eligibleCost) {
        this(
                line,
                item,
                upfrontRatio,
                limit,
                fullSelfPay.fen(),
                overLimitSelfPay.fen(),
                upfrontSelfPay.fen(),
                eligibleCost.fen());
    }

    /**
     * Steps 1 to 4 of the calculation for one line.
     *
     * @param item as the catalogue has it; null where it lists none
     */
    static LineSplit of(FeeLine line, @Nullable CatalogueItem item, Circumstances circumstances) {
        GivenSplit given = line.given();
        if (given != null) {
            return new LineSplit(
                    line,
                    null,
                    Ratio.NONE,
                    null,
                    given.fullSelfPay(),
                    given.overLimitSelfPay(),
                    given.upfrontSelfPay(),
                    given.eligibleCost());
        }
        long amount = line.amount().fen();
        if (item == null || item.itemClass() == ItemClass.C) {
            return new LineSplit(line, item, Ratio.NONE, null, amount, 0, 0, 0);
        }
        Money limit = item.limitFor(line, circumstances.level());
        long within = limit == null ? amount : Math.clamp(amount, -limit.fen(), limit.fen());
        Ratio upfrontRatio = item.upfrontRatioFor(circumstances.plan());
        long upfront = upfrontRatio.ofFen(within);
        return new LineSplit(line, item, upfrontRatio, limit, 0, amount - within, upfront, within - upfront);
    }

    public Money fullSelfPay() {
        return Money.ofFen(fullSelfPayFen);
    }

    public Money overLimitSelfPay() {
        return Money.ofFen(overLimitSelfPayFen);
    }

    public Money upfrontSelfPay() {
        return Money.ofFen(upfrontSelfPayFen);
    }

    public Money eligibleCost() {
        return Money.ofFen(eligibleCostFen);
    }

    /** Whether the care region has split it, and no catalogue here. */
    public boolean isGiven() {
        return line.isCategoryTotal();
    }

    /** Whether no catalogue lists the item of this line. */
    public boolean isUnlisted() {
        return item == null && !isGiven();
    }

    public ItemClass itemClass() {
        return item == null ? ItemClass.C : item.itemClass();
    }

    /** The name people know the item by: the catalogue's, else the hospital's, else the code. */
    public String name() {
        if (item != null) {
            return item.name();
        }
        String given = line.name();
        return given == null ? line.itemCode() : given;
    }
}
