package io.crosscare.filing.lodging.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a filing has in every state.
 *
 * @param promise null where nothing was promised
 * @param treatment null where it is for none
 * @param replaces the filing whose place it takes; null where it takes none
 * @param version from 1, one more with each change
 */
public record FilingContent(
        FilingId id,
        FilingTerms terms,
        FilingBasis basis,
        @Nullable Promise promise,
        @Nullable SpecialTreatment treatment,
        @Nullable FilingId replaces,
        Instant recordedAt,
        long version,
        List<FilingChange> history) {

    public FilingContent {
        history = List.copyOf(history);
    }

    /** The next version, with one more step. */
    FilingContent after(FilingChange change) {
        List<FilingChange> longer =
                Stream.concat(history.stream(), Stream.of(change)).toList();
        return new FilingContent(id, terms, basis, promise, treatment, replaces, recordedAt, version + 1, longer);
    }

    FilingContent with(FilingTerms changed) {
        return new FilingContent(id, changed, basis, promise, treatment, replaces, recordedAt, version, history);
    }

    FilingContent with(FilingBasis changed) {
        return new FilingContent(id, terms, changed, promise, treatment, replaces, recordedAt, version, history);
    }

    FilingContent with(@Nullable Promise changed) {
        return new FilingContent(id, terms, basis, changed, treatment, replaces, recordedAt, version, history);
    }

    FilingContent with(@Nullable SpecialTreatment changed) {
        return new FilingContent(id, terms, basis, promise, changed, replaces, recordedAt, version, history);
    }
}
