package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bill, frozen. A return line has a negative quantity and amount and keeps its price positive
 * (domain.md §4.2).
 *
 * @param lineNumber from 1, unique in the visit
 * @param itemCode the item in the catalogue that applies
 * @param name what the hospital calls it, shown where the catalogue has no name
 * @param quantityTenThousandths quantity in 1/10,000 of the item's unit
 * @param unitPriceMillionths price of one unit in 1/1,000,000 yuan
 */
public record FeeLine(
        int lineNumber,
        String itemCode,
        @Nullable String name,
        long quantityTenThousandths,
        long unitPriceMillionths,
        Money amount,
        LocalDate serviceDate) {

    public FeeLine {
        if (lineNumber < 1) {
            throw new IllegalArgumentException("line numbers begin with 1");
        }
        if (unitPriceMillionths < 0) {
            throw new IllegalArgumentException("a price is not negative, in a return line neither");
        }
        if (Long.signum(amount.fen()) * Long.signum(quantityTenThousandths) < 0) {
            throw new IllegalArgumentException("quantity and amount of a line have the same sign");
        }
    }
}
