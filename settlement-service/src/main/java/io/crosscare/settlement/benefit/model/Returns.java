package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import java.util.List;
import java.util.function.Function;

/** Which return line is to be looked at where a bill gives back more of a part than it charges. */
final class Returns {

    private static final List<Function<LineSplit, Money>> PARTS = List.of(
            LineSplit::fullSelfPay, LineSplit::overLimitSelfPay, LineSplit::upfrontSelfPay, LineSplit::eligibleCost);

    private Returns() {}

    /** Of a part that is negative in the whole bill, the first return whose own item is negative in it. */
    static FeeLine culprit(List<LineSplit> lines) {
        Function<LineSplit, Money> negative = PARTS.stream()
                .filter(part -> sum(lines, part).isNegative())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no part of the bill is negative"));
        return lines.stream()
                .filter(line -> negative.apply(line).isNegative())
                .filter(line -> sum(ofSameItem(lines, line), negative).isNegative())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no item of the bill is negative"))
                .line();
    }

    private static List<LineSplit> ofSameItem(List<LineSplit> lines, LineSplit one) {
        return lines.stream()
                .filter(line -> line.line().itemCode().equals(one.line().itemCode()))
                .toList();
    }

    private static Money sum(List<LineSplit> lines, Function<LineSplit, Money> part) {
        return lines.stream().map(part).reduce(Money.ZERO, Money::plus);
    }
}
