package io.crosscare.filing.lodging.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crosscare.filing.lodging.model.FiledSettlement;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.web.FiledSettlementsResponse.FiledSettlementResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filing after an agency has decided on it.
 *
 * @param outdatedSettlements 须重新结算的结算 · what a decision on the special treatment touches; absent after other decisions
 */
record DecidedFilingResponse(
        @JsonUnwrapped FilingResponse filing, @Nullable OutdatedSettlementsResponse outdatedSettlements) {

    /**
     * Settlements to be cancelled and settled again.
     *
     * @param known 是否已查到 · false where settlement did not answer: ask {@code GET /filings/{id}/settlements} later
     * @param items 结算 · in the order of recording
     */
    record OutdatedSettlementsResponse(boolean known, List<FiledSettlementResponse> items) {}

    static DecidedFilingResponse of(Filing filing) {
        return new DecidedFilingResponse(FilingResponse.of(filing), null);
    }

    static DecidedFilingResponse of(Filing filing, List<FiledSettlement> outdated) {
        return new DecidedFilingResponse(
                FilingResponse.of(filing),
                new OutdatedSettlementsResponse(
                        true, FiledSettlementsResponse.of(outdated, filing).items()));
    }

    static DecidedFilingResponse ofUnknown(Filing filing) {
        return new DecidedFilingResponse(FilingResponse.of(filing), new OutdatedSettlementsResponse(false, List.of()));
    }
}
