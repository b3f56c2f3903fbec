package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.eligibility.RefusalStatement;

/** A refusal on the wire: 422 with its reason, who can mend it, and what to do next. */
final class RefusalProblem {

    private RefusalProblem() {}

    static ProblemException of(RefusalStatement refusal) {
        return ProblemException.of(ProblemType.REFUSED, Text.of(refusal.message(), refusal.messageEn()))
                .with("reason", refusal.reason())
                .with("message", refusal.message())
                .with("messageEn", refusal.messageEn())
                .with("responsible", refusal.responsible())
                .with("nextStep", refusal.nextStep())
                .with("nextStepEn", refusal.nextStepEn())
                .with("decidedOn", refusal.decidedOn().toString())
                .with("dayRule", refusal.dayRule())
                .with("settlementId", refusal.settlementId())
                .with("lineNumber", refusal.lineNumber())
                .with("itemCode", refusal.itemCode());
    }
}
