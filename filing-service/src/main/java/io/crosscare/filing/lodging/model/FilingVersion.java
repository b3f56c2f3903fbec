package io.crosscare.filing.lodging.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A filing as it stood after one step of its history, without what was written in free words. Each version stands beside the
 * one before, so that what the step changed is not told again.
 *
 * @param treatment code of the special treatment it counts as; null for none
 * @param replaces the filing whose place it takes; null where it takes none
 * @param version the steps are numbered from 1
 * @param change the step that made it
 */
public record FilingVersion(
        FilingId id,
        FilingTerms terms,
        FilingState state,
        FilingStanding standing,
        @Nullable String treatment,
        @Nullable FilingId replaces,
        Instant recordedAt,
        long version,
        FilingChange change) {

    public FilingVersion {
        terms = terms.withoutReason();
        change = change.withoutReason();
    }

    /** As it stands now. */
    public static FilingVersion of(Filing filing) {
        return of(filing, filing.history().size());
    }

    /** The step of this number; where nobody kept how the filing stood then, as it stands now. */
    public static FilingVersion of(Filing filing, int number) {
        SpecialTreatment treatment = filing.content().treatment();
        return new FilingVersion(
                filing.id(),
                filing.terms(),
                filing.state(),
                filing.standing(),
                treatment == null ? null : treatment.confirmedCode(),
                filing.content().replaces(),
                filing.recordedAt(),
                number,
                filing.history().get(number - 1));
    }
}
