package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.Yuan;
import java.util.List;

/** The reasons for personal pay that follow from what the funds leave, in words. */
final class PersonalParts {

    private PersonalParts() {}

    static ExplanationNode coinsurance(Money amount, Money covered, Money pooled) {
        String formula = Yuan.of(covered) + " − " + Yuan.of(pooled);
        return ExplanationNode.of(Rule.COINSURANCE, amount, StepWords.words(formula, formula), List.of());
    }

    static ExplanationNode aboveCeiling(Money amount) {
        return ExplanationNode.of(
                Rule.ABOVE_CEILING,
                amount,
                StepWords.words("封顶线以上大额未付部分", "what the large-amount fund leaves above the ceiling"),
                Clauses.CEILING_WORKED_BACK);
    }

    static ExplanationNode relief(Money amount) {
        return ExplanationNode.of(
                Rule.SERIOUS_ILLNESS_RELIEF,
                amount,
                StepWords.words("大病保险代付", "paid by serious-illness insurance instead"),
                Clauses.BURDEN);
    }
}
