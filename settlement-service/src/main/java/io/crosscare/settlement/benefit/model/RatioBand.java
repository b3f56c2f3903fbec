package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of cost with one ratio, above {@code above} and up to and including {@code upTo}.
 *
 * @param upTo null for the last band, which has no end
 */
public record RatioBand(Money above, @Nullable Money upTo, Ratio ratio) {

    /** The part of the stretch from {@code from} (excluded) to {@code to} (included) that lies in this band. */
    public Money portionOf(Money from, Money to) {
        Money start = from.max(above);
        Money end = upTo == null ? to : to.min(upTo);
        return end.minus(start).max(Money.ZERO);
    }
}
