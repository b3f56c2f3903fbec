package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is to be split: frozen fee lines and the circumstances of the care. The lines' amounts sum to the total cost. */
public record Bill(Circumstances circumstances, List<FeeLine> lines) {

    public Bill {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a bill has at least one line");
        }
        Set<Integer> numbers = new HashSet<>();
        for (FeeLine line : lines) {
            if (!numbers.add(line.lineNumber())) {
                throw new IllegalArgumentException("line number " + line.lineNumber() + " occurs twice");
            }
            if (line.isCategoryTotal() != lines.getFirst().isCategoryTotal()) {
                throw new IllegalArgumentException("a bill is of fee lines or of category totals");
            }
        }
    }

    /** Whether it came as category totals that the care region has split: then it has no fee lines at all. */
    public boolean isOfCategories() {
        return lines.getFirst().isCategoryTotal();
    }

    public Money totalCost() {
        return lines.stream().map(FeeLine::amount).reduce(Money.ZERO, Money::plus);
    }
}
