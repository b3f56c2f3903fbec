package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.LineSplit;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.benefit.model.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The four parts of one fee line in words, each with what it rests on; they sum to the line. */
public final class LineParts {

    private LineParts() {}

    /**
     * The parts that are not nothing, and what is eligible; empty where the bill has no such line.
     *
     * @param explanation of the same split
     */
    public static Optional<List<ExplanationNode>> of(CostSplit split, Explanation explanation, int lineNumber) {
        return split.lines().stream()
                .filter(line -> line.line().lineNumber() == lineNumber)
                .findFirst()
                .map(line -> parts(line, explanation));
    }

    private static List<ExplanationNode> parts(LineSplit line, Explanation explanation) {
        List<ExplanationNode> parts = new ArrayList<>();
        if (!line.fullSelfPay().isZero()) {
            parts.add(part(explanation.require(Rule.FULL_SELF_PAY), line.fullSelfPay(), LineWords.fullSelfPay(line)));
        }
        if (!line.overLimitSelfPay().isZero()) {
            parts.add(part(
                    explanation.require(Rule.OVER_LIMIT_SELF_PAY),
                    line.overLimitSelfPay(),
                    LineWords.overLimitSelfPay(line)));
        }
        if (!line.upfrontSelfPay().isZero()) {
            parts.add(part(
                    explanation.require(Rule.UPFRONT_SELF_PAY), line.upfrontSelfPay(), LineWords.upfrontSelfPay(line)));
        }
        ExplanationNode eligible = explanation.require(Rule.ELIGIBLE_COST);
        parts.add(new ExplanationNode(
                eligible.rule(),
                eligible.titleZh(),
                eligible.titleEn(),
                line.eligibleCost().fen(),
                line.eligibleCost().toYuan(),
                rest(line),
                rest(line),
                explanation.require(Rule.FULL_SELF_PAY).references(),
                List.of()));
        return parts;
    }

    /** Rests on what the part of the whole bill rests on. */
    private static ExplanationNode part(ExplanationNode whole, Money amount, Wording formula) {
        return new ExplanationNode(
                whole.rule(),
                whole.titleZh(),
                whole.titleEn(),
                amount.fen(),
                amount.toYuan(),
                formula.zh(),
                formula.en(),
                whole.references(),
                List.of());
    }

    private static String rest(LineSplit line) {
        return "%s − %s − %s − %s"
                .formatted(
                        Yuan.of(line.line().amount()),
                        Yuan.of(line.fullSelfPay()),
                        Yuan.of(line.overLimitSelfPay()),
                        Yuan.of(line.upfrontSelfPay()));
    }
}
