package io.crosscare.filing.lodging.web;

import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filing as its agency, its person and the services see it.
 *
 * @param id 备案标识 · of the filing
 * @param category {@link io.crosscare.filing.lodging.model.FilingCategory}
 * @param effectiveTo 截止日 · last day, a day in China; absent where it is open
 * @param state {@link io.crosscare.filing.lodging.model.FilingState}
 * @param channel {@link io.crosscare.filing.lodging.model.FilingChannel}
 * @param reason 补办原因 · as given, numbers of persons masked
 * @param backdated 是否补办 · whether it began before it was recorded
 * @param history 经过 · what happened to it
 */
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

    /**
     * A step of the history.
     *
     * @param action 动作 · what was done
     * @param at 时间 · when, UTC
     * @param by 操作方 · the account that did it
     * @param reason 原因 · as given, numbers of persons masked
     */
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
