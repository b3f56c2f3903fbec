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

    /** Steps 1 to 4 of the calculation for one line. */
    static LineSplit of(FeeLine line, Catalogue catalogue, Circumstances circumstances) {
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
        CatalogueItem item = catalogue.find(line.itemCode()).orElse(null);
        Money amount = line.amount();
        if (item == null || item.itemClass() == ItemClass.C) {
            return new LineSplit(line, item, Ratio.NONE, null, amount, Money.ZERO, Money.ZERO, Money.ZERO);
        }
        Money limit = item.limitFor(line, circumstances.level());
        Money within = limit == null ? amount : nearer(amount, limit);
        Ratio upfrontRatio = item.upfrontRatioFor(circumstances.plan());
        Money upfront = upfrontRatio.of(within);
        return new LineSplit(
                line, item, upfrontRatio, limit, Money.ZERO, amount.minus(within), upfront, within.minus(upfront));
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

    /** The amount cut to a magnitude, with the sign it had. */
    private static Money nearer(Money amount, Money magnitude) {
        Money cut = amount.abs().min(magnitude);
        return amount.isNegative() ? cut.negate() : cut;
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
