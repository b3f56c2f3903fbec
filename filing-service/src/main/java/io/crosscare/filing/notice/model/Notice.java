package io.crosscare.filing.notice.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something people are told.
 *
 * @param on the last day of the filing, or of the promise
 */
public record Notice(
        NoticeId id,
        NoticeKind kind,
        FilingId filingId,
        PersonId personId,
        RegionCode insuredRegion,
        RegionCode careRegion,
        LocalDate on,
        Instant recordedAt) {

    /** The same, brought by another day. */
    public Notice broughtBy(LocalDate passed) {
        return new Notice(
                NoticeId.of(passed, kind, filingId),
                kind,
                filingId,
                personId,
                insuredRegion,
                careRegion,
                on,
                recordedAt);
    }

    /** What a day that has passed has to say of a filing. */
    public static Notice of(Filing filing, NoticeKind kind, LocalDate on, DayHasPassed passed, Instant at) {
        return new Notice(
                NoticeId.of(passed.day(), kind, filing.id()),
                kind,
                filing.id(),
                filing.terms().personId(),
                filing.terms().insuredRegion(),
                filing.terms().careRegion(),
                on,
                at);
    }
}
