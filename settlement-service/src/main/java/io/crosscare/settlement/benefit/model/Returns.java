package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether the return lines of a bill give back only what was charged, each of its own item. */
public final class Returns {

    private Returns() {}

    /**
     * The refusal of a new bill that gives back more of an item than was charged; null where none does. Stored bills are not asked:
     * what they came to stays.
     *
     * @param before lines of the same care that were settled already
     */
    public static @Nullable SplitRefusal refusal(List<FeeLine> before, List<FeeLine> bill) {
        Map<String, Money> charged = new HashMap<>();
        add(charged, before, false);
        add(charged, before, true);
        add(charged, bill, false);
        for (FeeLine line : bill) {
            if (isReturn(line) && count(charged, line).isNegative()) {
                return SplitRefusal.returnsTooMuch(line);
            }
        }
        return null;
    }

    private static void add(Map<String, Money> charged, List<FeeLine> lines, boolean returns) {
        lines.stream().filter(line -> isReturn(line) == returns).forEach(line -> count(charged, line));
    }

    private static Money count(Map<String, Money> charged, FeeLine line) {
        return charged.merge(line.itemCode(), line.amount(), Money::plus);
    }

    private static boolean isReturn(FeeLine line) {
        return line.amount().isNegative();
    }

    /** The line to look at where the parts of a bill are negative: the first whose own item is negative in one of them. */
    static FeeLine culprit(List<LineSplit> lines) {
        return lines.stream()
                .filter(line -> line.line().amount().isNegative())
                .filter(line ->
                        PARTS.stream().anyMatch(part -> sum(lines, line, part).isNegative()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no item of the bill is negative"))
                .line();
    }

    private static final List<Function<LineSplit, Money>> PARTS = List.of(
            LineSplit::fullSelfPay, LineSplit::overLimitSelfPay, LineSplit::upfrontSelfPay, LineSplit::eligibleCost);

    private static Money sum(List<LineSplit> lines, LineSplit of, Function<LineSplit, Money> part) {
        return lines.stream()
                .filter(line -> line.line().itemCode().equals(of.line().itemCode()))
                .map(part)
                .reduce(Money.ZERO, Money::plus);
    }
}
