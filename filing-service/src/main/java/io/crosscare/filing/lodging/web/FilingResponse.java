package io.crosscare.filing.lodging.web;

import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filing as its agency, its person and the services see it. */
record FilingResponse(
        String id,
        String personId,
        String insuredRegion,
        String careRegion,
        String category,
        String effectiveFrom,
        @Nullable String effectiveTo,
        String state,
        String channel,
        @Nullable String reason,
        boolean backdated,
        Instant recordedAt,
        long version,
        List<ChangeResponse> history) {

    /** A step of the history. */
    record ChangeResponse(
            String action, Instant at, String by, @Nullable String reason) {

        private static ChangeResponse of(FilingChange change) {
            return new ChangeResponse(change.action().name(), change.at(), change.by(), change.reason());
        }
    }

    static FilingResponse of(Filing filing) {
        FilingTerms terms = filing.terms();
        LocalDate to = terms.period().to();
        return new FilingResponse(
                filing.id().value(),
                terms.personId().value(),
                terms.insuredRegion().value(),
                terms.careRegion().value(),
                terms.category().name(),
                terms.period().from().toString(),
                to == null ? null : to.toString(),
                filing.state().name(),
                terms.channel().name(),
                terms.reason(),
                filing.isBackdated(),
                filing.recordedAt(),
                filing.version(),
                filing.history().stream().map(ChangeResponse::of).toList());
    }
}
