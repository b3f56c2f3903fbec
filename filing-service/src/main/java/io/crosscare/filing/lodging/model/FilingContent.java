package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.time.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    /**
     * The day after which people are told that promised papers did not come: the day they were due, or the day of entry where
     * that is later. Empty where no promise is open.
     */
    public Optional<LocalDate> overdueAfter() {
        return openPromise().map(open -> notBeforeEntry(open.dueOn()));
    }

    /**
     * The day after which people are reminded of promised papers: so many days before they are due, or the day of entry where
     * that is later. Empty where no promise is open, or it is overdue by then.
     *
     * @param daysBefore from the day that begins until the papers are due
     */
    public Optional<LocalDate> remindedAfter(int daysBefore) {
        return openPromise()
                .map(open -> notBeforeEntry(open.dueOn().minusDays(daysBefore + 1L)))
                .filter(day -> day.isBefore(overdueAfter().orElseThrow()));
    }

    private Optional<Promise> openPromise() {
        return Optional.ofNullable(promise).filter(Promise::isOpen);
    }

    /** What took another's place was told of in that one's time. */
    private LocalDate notBeforeEntry(LocalDate day) {
        LocalDate enteredOn = LocalDate.ofInstant(recordedAt, ChinaTime.ZONE);
        return replaces == null && enteredOn.isAfter(day) ? enteredOn : day;
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
