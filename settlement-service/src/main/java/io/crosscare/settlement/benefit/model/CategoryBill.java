package io.crosscare.settlement.benefit.model;

import java.util.List;

/**
 * A bill that arrives as category totals, steps 1 to 4 of the calculation already taken by the care region and its catalogue. What is
 * left is the insured region's policy, from the transfer's upfront part on.
 */
public record CategoryBill(Circumstances circumstances, List<CategoryTotal> totals) {

    public CategoryBill {
        totals = List.copyOf(totals);
        if (totals.isEmpty()) {
            throw new IllegalArgumentException("a bill has at least one category");
        }
    }
}
