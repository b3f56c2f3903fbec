package io.crosscare.filing.lodging.web;

import io.crosscare.filing.lodging.model.FiledSettlement;
import io.crosscare.filing.lodging.model.Filing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What was settled under a filing and still stands.
 *
 * @param items 结算 · in the order of recording
 */
record FiledSettlementsResponse(List<FiledSettlementResponse> items) {

    /**
     * One settlement.
     *
     * @param serviceFrom 费用起始日 · first day of its fee lines, a day in China
     * @param serviceTo 费用截止日 · last day of its fee lines, a day in China
     * @param outdated 是否须重新结算 · whether it was made before the special treatment was last decided: to be cancelled and settled
     *     again
     */
    record FiledSettlementResponse(
            String settlementId,
            String institution,
            LocalDate serviceFrom,
            LocalDate serviceTo,
            Instant recordedAt,
            boolean outdated) {

        static FiledSettlementResponse of(FiledSettlement settlement, Filing filing) {
            return new FiledSettlementResponse(
                    settlement.id(),
                    settlement.institution().value(),
                    settlement.serviceFrom(),
                    settlement.serviceTo(),
                    settlement.recordedAt(),
                    settlement.isOutdated(filing));
        }
    }

    static FiledSettlementsResponse of(List<FiledSettlement> settlements, Filing filing) {
        return new FiledSettlementsResponse(settlements.stream()
                .map(settlement -> FiledSettlementResponse.of(settlement, filing))
                .toList());
    }
}
