package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bill, frozen; or the total of a whole category of lines, which the care region has split already. A return line has a negative quantity and amount and keeps its price positive
 * (domain.md §4.2).
 *
 * @param lineNumber from 1, unique in the visit
 * @param itemCode the item in the catalogue that applies
 * @param name what the hospital calls it, shown where the catalogue has no name
 * @param quantityTenThousandths quantity in 1/10,000 of the item's unit
 * @param unitPriceMillionths price of one unit in 1/1,000,000 yuan
 * @param given how the care region has split it; null for a line, which the catalogue splits
 */
public record FeeLine(
        int lineNumber,
        String itemCode,
        @Nullable String name,
        long quantityTenThousandths,
        long unitPriceMillionths,
        Money amount,
        LocalDate serviceDate,
        @Nullable GivenSplit given) {

    private static final long ONE_UNIT = 10_000;
    private static final long PER_FEN = 10_000;

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
        if (given != null && !given.total().equals(amount)) {
            throw new IllegalArgumentException("the given parts of a category total sum to it");
        }
    }

    /** A line that the catalogue splits. */
    public FeeLine(
            int lineNumber,
            String itemCode,
            @Nullable String name,
            long quantityTenThousandths,
            long unitPriceMillionths,
            Money amount,
            LocalDate serviceDate) {
        this(lineNumber, itemCode, name, quantityTenThousandths, unitPriceMillionths, amount, serviceDate, null);
    }

    /**
     * A category total: one piece of it, at its whole amount.
     *
     * @param category name or code of the national summary category (费用类别)
     */
    public static FeeLine ofCategory(int lineNumber, String category, GivenSplit given, LocalDate serviceDate) {
        Money total = given.total();
        return new FeeLine(
                lineNumber,
                category,
                null,
                total.isNegative() ? -ONE_UNIT : ONE_UNIT,
                Math.multiplyExact(total.abs().fen(), PER_FEN),
                total,
                serviceDate,
                given);
    }

    public boolean isCategoryTotal() {
        return given != null;
    }
}
