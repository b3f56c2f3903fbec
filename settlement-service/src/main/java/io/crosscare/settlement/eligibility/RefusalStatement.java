package io.crosscare.settlement.eligibility;

import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.Responsible;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is told of a refusal: what is wrong, who can mend it, what to do next. */
public record RefusalStatement(
        String reason,
        String message,
        String messageEn,
        Responsible responsible,
        String nextStep,
        String nextStepEn,
        LocalDate decidedOn,
        @Nullable String settlementId) {

    public static RefusalStatement of(Refusal refusal, Responsible responsible) {
        return new RefusalStatement(
                refusal.reason().name(),
                refusal.message().zh(),
                refusal.message().en(),
                responsible,
                refusal.reason().nextStep().zh(),
                refusal.reason().nextStep().en(),
                refusal.decidedOn(),
                refusal.settlement() == null ? null : refusal.settlement().value());
    }
}
