package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;
import java.util.List;

/** The reasons for personal pay that follow from what the funds leave, in words. */
final class PersonalParts {

    private PersonalParts() {}

    static ExplanationNode coinsurance(Money amount, Money covered, Money pooled) {
        String formula = Yuan.of(covered) + " − " + Yuan.of(pooled);
        return ExplanationNode.of(
                Rule.COINSURANCE,
                StepWords.words("按比例自付", "Coinsurance"),
                amount,
                StepWords.words(formula, formula),
                List.of());
    }

    static ExplanationNode aboveCeiling(Money amount) {
        return ExplanationNode.of(
                Rule.ABOVE_CEILING,
                StepWords.words("超封顶线自付", "Above the ceilings"),
                amount,
                StepWords.words("封顶线以上大额未付部分", "what the large-amount fund leaves above the ceiling"),
                List.of(Clauses.CEILING_WORKED_BACK));
    }

    static ExplanationNode relief(Money amount) {
        return ExplanationNode.of(
                Rule.SERIOUS_ILLNESS_RELIEF,
                StepWords.words("大病保险减负", "Relief by serious-illness insurance"),
                amount,
                StepWords.words("大病保险代付", "paid by serious-illness insurance instead"),
                List.of(Clauses.BURDEN));
    }
}
