package io.crosscare.settlement.eligibility;

import io.crosscare.settlement.eligibility.model.DatedRule;
import io.crosscare.settlement.eligibility.model.FilingDay;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.Responsible;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a refusal: what is wrong, who can mend it, what to do next.
 *
 * @param reason {@link io.crosscare.settlement.eligibility.model.RefusalReason}
 * @param lineNumber 明细序号 · the fee line to look at; absent where it is none in particular
 * @param itemCode 项目编码 · the item on that line
 */
public record RefusalStatement(
        String reason,
        String message,
        String messageEn,
        Responsible responsible,
        String nextStep,
        String nextStepEn,
        LocalDate decidedOn,
        @Nullable DayRule dayRule,
        @Nullable String settlementId,
        @Nullable Integer lineNumber,
        @Nullable String itemCode) {

    /**
     * Which day has to lie inside a filing, where that decided.
     *
     * @param rule 规则 · its name
     * @param zh 说明 · in Chinese
     * @param en 英文说明 · in English
     * @param mark 标记 · how far the rule is vouched for
     */
    public record DayRule(String rule, String zh, String en, String source, String mark) {

        public static DayRule of(DatedRule<FilingDay> rule) {
            return new DayRule(
                    rule.rule().name(),
                    rule.wording().zh(),
                    rule.wording().en(),
                    rule.source(),
                    rule.confidence().mark());
        }
    }

    public static RefusalStatement of(Refusal refusal, Responsible responsible) {
        return new RefusalStatement(
                refusal.reason().name(),
                refusal.message().zh(),
                refusal.message().en(),
                responsible,
                refusal.reason().nextStep().zh(),
                refusal.reason().nextStep().en(),
                refusal.decidedOn(),
                refusal.dayRule() == null ? null : DayRule.of(refusal.dayRule()),
                refusal.settlement() == null ? null : refusal.settlement().value(),
                refusal.line() == null ? null : refusal.line().lineNumber(),
                refusal.line() == null ? null : refusal.line().itemCode());
    }
}
