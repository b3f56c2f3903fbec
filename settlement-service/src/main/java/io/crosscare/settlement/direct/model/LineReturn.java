package io.crosscare.settlement.direct.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.FeeLine;

/**
 * What of a fee line is given back (退费), both as magnitudes.
 *
 * @param quantityTenThousandths in 1/10,000 of the item's unit, more than nothing
 * @param amount more than nothing
 */
public record LineReturn(int lineNumber, long quantityTenThousandths, Money amount) {

    public LineReturn {
        if (quantityTenThousandths <= 0 || !amount.isPositive()) {
            throw new IllegalArgumentException("a return gives something back");
        }
    }

    /** Whether nothing of the line is left. */
    public boolean isWhole(FeeLine line) {
        return quantityTenThousandths == line.quantityTenThousandths() && amount.equals(line.amount());
    }

    /** What is left of a line; a category total is given back whole or not at all. */
    public FeeLine restOf(FeeLine line) {
        if (line.isCategoryTotal()) {
            throw new IllegalArgumentException("nobody knows which part of a category total is left");
        }
        return new FeeLine(
                line.lineNumber(),
                line.itemCode(),
                line.name(),
                line.quantityTenThousandths() - quantityTenThousandths,
                line.unitPriceMillionths(),
                line.amount().minus(amount),
                line.serviceDate());
    }
}
