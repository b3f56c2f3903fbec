package io.crosscare.settlement.direct.web;

import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.direct.RegisterVisit.Warning;
import io.crosscare.settlement.visit.model.Diagnosis;
import io.crosscare.settlement.visit.model.FeeSheet;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitAct;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered about visits. */
final class VisitResponses {

    private VisitResponses() {}

    /**
     * A visit as it stands.
     *
     * @param id 就诊标识 · of the visit
     * @param state 状态 · OPEN, SETTLING while a settlement is on its way, SETTLED, or CANCELLED
     * @param serviceType {@link io.crosscare.settlement.benefit.model.ServiceType}
     * @param startedOn 入院或就诊日 · first day of the visit, a day in China
     * @param endedOn 出院日 · last day of the stay, a day in China; absent until then, and for outpatients
     * @param cardKind {@link io.crosscare.settlement.eligibility.model.CardKind}
     * @param visitNumber 就诊号 · the hospital's own number
     * @param totalCostFen 医疗费总额 · of its fee lines as uploaded, in fen; what is given back after a settlement, the settlement says
     * @param diagnoses 诊断 · the main one and others; absent while there is none
     * @param history 变更记录 · what was changed after the registration; absent while nothing was
     * @param warnings 提示 · what would refuse the settlement if it were made now; in the answer to the registration only
     * @param version 版本 · counts what changed it, from 1; a request that found nothing to do leaves it
     */
    record VisitResponse(
            String id,
            String state,
            String personId,
            String institutionCode,
            String careRegion,
            String insuredRegion,
            String serviceType,
            LocalDate startedOn,
            @Nullable LocalDate endedOn,
            String cardKind,
            String visitNumber,
            @Nullable String specialTreatment,
            int lineCount,
            long totalCostFen,
            List<BatchResponse> batches,
            @Nullable List<DiagnosisResponse> diagnoses,
            @Nullable List<VisitActResponse> history,
            @Nullable List<Warning> warnings,
            long version) {

        static VisitResponse of(Visit visit, @Nullable List<Warning> warnings) {
            Registration registration = visit.registration();
            return new VisitResponse(
                    visit.id().value(),
                    visit.state().name(),
                    registration.person().value(),
                    registration.institution().value(),
                    registration.careRegion().value(),
                    registration.insuredRegion().value(),
                    registration.serviceType().name(),
                    registration.startedOn(),
                    registration.endedOn(),
                    registration.cardKind().name(),
                    registration.visitNumber(),
                    registration.specialTreatment(),
                    visit.fees().lineCount(),
                    visit.fees().totalCost().fen(),
                    batchesOf(visit.fees()),
                    orNull(visit.file().diagnoses().stream()
                            .map(DiagnosisResponse::of)
                            .toList()),
                    orNull(visit.file().acts().stream()
                            .map(VisitActResponse::of)
                            .toList()),
                    warnings,
                    visit.revision());
        }
    }

    /**
     * The fee sheet of a visit.
     *
     * @param totalCostFen 医疗费总额 · of its fee lines as uploaded, in fen; what is given back after a settlement, the settlement says
     */
    record FeeLinesResponse(String visitId, int lineCount, long totalCostFen, List<BatchResponse> batches) {

        static FeeLinesResponse of(Visit visit) {
            FeeSheet fees = visit.fees();
            return new FeeLinesResponse(
                    visit.id().value(), fees.lineCount(), fees.totalCost().fen(), batchesOf(fees));
        }
    }

    /**
     * One batch of fee lines.
     *
     * @param totalCostFen 医疗费总额 · of its fee lines as uploaded, in fen
     * @param state 状态 · OPEN or SETTLED
     * @param settlementId 结算标识 · the settlement; absent while it is open
     * @param part 结算段 · of a stay, what settles it: INTERIM-1 and on for settlements on the way, DISCHARGE; absent while none does
     */
    record BatchResponse(
            String batch,
            int lineCount,
            long totalCostFen,
            String state,
            @Nullable String settlementId,
            @Nullable String part) {

        static BatchResponse of(FeeSheet.Batch batch) {
            EntryId settledBy = batch.settledBy();
            return new BatchResponse(
                    batch.name(),
                    batch.lineCount(),
                    batch.totalCost().fen(),
                    settledBy == null ? "OPEN" : "SETTLED",
                    settledBy == null ? null : settledBy.value(),
                    batch.part());
        }
    }

    /**
     * A diagnosis.
     *
     * @param code 诊断代码 · of the insurance's edition of ICD-10
     * @param name 诊断名称 · as the hospital names it
     * @param type 主次 · main or secondary, {@link io.crosscare.settlement.visit.model.Diagnosis.Type}
     * @param kind 诊断类别 · of which medicine, {@link io.crosscare.settlement.visit.model.Diagnosis.Kind}
     * @param diagnosedOn 诊断日期 · a day in China
     * @param department 诊断科室 · absent where the hospital did not say
     * @param doctorCode 诊断医生编码 · national code; absent where the hospital did not say
     */
    record DiagnosisResponse(
            String code,
            String name,
            String type,
            String kind,
            LocalDate diagnosedOn,
            @Nullable String department,
            @Nullable String doctorCode) {

        static DiagnosisResponse of(Diagnosis diagnosis) {
            return new DiagnosisResponse(
                    diagnosis.code(),
                    diagnosis.name(),
                    diagnosis.type().name(),
                    diagnosis.kind().name(),
                    diagnosis.diagnosedOn(),
                    diagnosis.department(),
                    diagnosis.doctorCode());
        }
    }

    /**
     * Something that was done to a visit.
     *
     * @param action 操作 · what was done, {@link io.crosscare.settlement.visit.model.VisitAct.Action}
     * @param at 时间 · when it was done, UTC
     * @param by 操作人 · the caller's account
     * @param reason 原因 · in the caller's words; absent where none was asked for
     * @param what 变更内容 · names of what changed, of withdrawn fee lines how many and which, and which had been withdrawn before;
     *     absent where nothing did
     */
    record VisitActResponse(
            String action,
            Instant at,
            String by,
            @Nullable String reason,
            @Nullable List<String> what) {

        static VisitActResponse of(VisitAct act) {
            return new VisitActResponse(
                    act.action().name(),
                    act.at(),
                    act.by(),
                    act.reason().isEmpty() ? null : act.reason(),
                    orNull(act.what()));
        }
    }

    private static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    private static List<BatchResponse> batchesOf(FeeSheet fees) {
        return fees.batches().stream().map(BatchResponse::of).toList();
    }
}
