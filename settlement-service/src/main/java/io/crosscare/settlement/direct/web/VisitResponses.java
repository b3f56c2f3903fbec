package io.crosscare.settlement.direct.web;

import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.direct.RegisterVisit.Warning;
import io.crosscare.settlement.visit.model.FeeSheet;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
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
     * @param state 状态 · OPEN, SETTLING while a settlement is on its way, or SETTLED
     * @param serviceType {@link io.crosscare.settlement.benefit.model.ServiceType}
     * @param startedOn 入院或就诊日 · first day of the visit, a day in China
     * @param endedOn 出院日 · last day of the stay, a day in China; absent until then, and for outpatients
     * @param cardKind {@link io.crosscare.settlement.eligibility.model.CardKind}
     * @param visitNumber 就诊号 · the hospital's own number
     * @param warnings 提示 · what would refuse the settlement if it were made now; in the answer to the registration only
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
            @Nullable List<Warning> warnings,
            long version) {

        static VisitResponse of(Visit visit, @Nullable List<Warning> warnings) {
            Registration registration = visit.registration();
            return new VisitResponse(
                    visit.id().value(),
                    stateOf(visit),
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
                    warnings,
                    visit.version());
        }
    }

    /** The fee sheet of a visit. */
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
     * @param state 状态 · OPEN or SETTLED
     * @param settlementId 结算标识 · the settlement; absent while it is open
     */
    record BatchResponse(
            String batch,
            int lineCount,
            long totalCostFen,
            String state,
            @Nullable String settlementId) {

        static BatchResponse of(FeeSheet.Batch batch) {
            EntryId settledBy = batch.settledBy();
            return new BatchResponse(
                    batch.name(),
                    batch.lineCount(),
                    batch.totalCost().fen(),
                    settledBy == null ? "OPEN" : "SETTLED",
                    settledBy == null ? null : settledBy.value());
        }
    }

    private static List<BatchResponse> batchesOf(FeeSheet fees) {
        return fees.batches().stream().map(BatchResponse::of).toList();
    }

    private static String stateOf(Visit visit) {
        return switch (visit) {
            case Visit.Open _ -> "OPEN";
            case Visit.Settling _ -> "SETTLING";
            case Visit.Settled _ -> "SETTLED";
        };
    }
}
