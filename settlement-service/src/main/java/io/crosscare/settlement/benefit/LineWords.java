package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.settlement.benefit.model.ItemClass;
import io.crosscare.settlement.benefit.model.LineSplit;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.benefit.model.Yuan;

/** Why one line contributes to a part of the bill, in words. */
final class LineWords {

    private static final Wording GIVEN = StepWords.words("就医地已分割", "as the care region has split it");

    private LineWords() {}

    static Wording fullSelfPay(LineSplit line) {
        if (line.isGiven()) {
            return GIVEN;
        }
        return line.item() == null
                ? StepWords.words("目录未收载，全额自费", "not in the catalogue: full self-pay")
                : StepWords.words("丙类，全额自费", "class C: full self-pay");
    }

    static Wording upfrontSelfPay(LineSplit line) {
        if (line.isGiven()) {
            return GIVEN;
        }
        Money base = line.line().amount().minus(line.overLimitSelfPay());
        String amount = Yuan.of(base);
        String ratio = line.upfrontRatio().toPercent();
        return StepWords.words("乙类 " + amount + " × " + ratio, "class B " + amount + " × " + ratio);
    }

    static Wording overLimitSelfPay(LineSplit line) {
        if (line.isGiven()) {
            return GIVEN;
        }
        Money limit = line.limit();
        if (limit == null) {
            throw new IllegalArgumentException("a line without a limit is not over it");
        }
        String amount = Yuan.of(line.line().amount().abs());
        String held = Yuan.of(limit);
        return StepWords.words("限价 " + amount + " − " + held, "limit " + amount + " − " + held);
    }

    /** The class as people read it, with its upfront ratio. */
    static String classOf(LineExplanation line) {
        String itemClass = line.itemClass();
        if (itemClass == null) {
            return "类别汇总";
        }
        if (!Boolean.TRUE.equals(line.isListed())) {
            return "目录外";
        }
        return switch (ItemClass.valueOf(itemClass)) {
            case A -> "甲 A";
            case B -> "乙 B " + new Ratio(line.upfrontRatioBp()).toPercent();
            case C -> "丙 C";
        };
    }
}
