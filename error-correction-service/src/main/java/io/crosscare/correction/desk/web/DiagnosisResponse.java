package io.crosscare.correction.desk.web;

import io.crosscare.correction.desk.model.CauseCard;
import io.crosscare.correction.desk.model.CauseCard.PreparedAction;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Diagnosis;
import io.crosscare.correction.desk.model.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a person was turned away, as far as it is known.
 *
 * @param cause 原因 · what lies behind the refusal, {@link io.crosscare.correction.desk.model.Cause}
 * @param text 原因 · the cause in Chinese
 * @param textEn 原因（英文） · the cause in English
 * @param confidence 依据程度 · how it is known, {@link Diagnosis.Confidence}
 * @param rule 规则 · the rule that named it
 * @param evidence 依据 · records of their owners that show it; none where the refusal alone says so
 * @param responsible 责任方 · who mends it
 * @param advice 处理建议 · what to do, in Chinese
 * @param adviceEn 处理建议（英文） · what to do, in English
 * @param safeRepairs 自动处理方式 · what the desk does about it by itself, {@link io.crosscare.correction.desk.model.Repair}
 * @param action 待办 · one step that changes money or rights, for whoever has the right to it; absent where there is none
 */
record DiagnosisResponse(
        String cause,
        String text,
        String textEn,
        String confidence,
        String rule,
        List<TimelineFact> evidence,
        PartyResponse responsible,
        String advice,
        String adviceEn,
        List<String> safeRepairs,
        @Nullable ActionResponse action) {

    /**
     * Who mends it.
     *
     * @param kind {@link io.crosscare.correction.desk.model.PartyKind}
     * @param name 名称 · as registered
     * @param region 区划 · where it is; absent where it is of no region
     * @param phone 电话 · absent where none is known here
     * @param isKnown 是否有登记 · whether the registry has it; where not, the region's own agency has to be looked up elsewhere
     */
    record PartyResponse(
            String kind,
            String name,
            @Nullable String region,
            @Nullable String phone,
            boolean isKnown) {

        static PartyResponse of(Party party) {
            return new PartyResponse(party.kind().name(), party.name(), party.region(), party.phone(), party.isKnown());
        }
    }

    static DiagnosisResponse of(CorrectionCase one, Diagnosis diagnosis) {
        CauseCard card = diagnosis.card();
        PreparedAction action = card.action();
        return new DiagnosisResponse(
                card.cause().name(),
                card.zh(),
                card.en(),
                diagnosis.confidence().name(),
                diagnosis.rule(),
                diagnosis.evidence().stream().map(Timeline::told).toList(),
                PartyResponse.of(Party.of(card.responsible(), one.file().lastRefusal())),
                card.adviceZh(),
                card.adviceEn(),
                card.repairs().stream().map(Enum::name).toList(),
                action == null ? null : ActionResponse.of(action, one));
    }
}
