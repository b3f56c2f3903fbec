package io.crosscare.filing.eligibility.model;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingPeriod;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answer to "is this person filed for this care region on one of these days?". A filing counts where its destination
 * contains the region and its period one of the days; it does not matter when it was recorded (domain.md §2.1 no. 31).
 */
public sealed interface FilingCheck {

    /** The filing that counts. */
    record Effective(Filing filing) implements FilingCheck {}

    /**
     * None counts.
     *
     * @param nearest the filing that comes closest, empty when there is none at all
     */
    record NotEffective(NotFiledReason reason, Optional<Filing> nearest) implements FilingCheck {}

    /** Decides over all filings of one person; those that do not count are as if they were not there. */
    static FilingCheck of(List<Filing> all, RegionCode careRegion, FilingPeriod days) {
        LocalDate day = days.from();
        List<Filing> filings = all.stream().filter(Filing::counts).toList();
        List<Filing> there = filings.stream()
                .filter(filing -> filing.terms().covers(careRegion))
                .toList();
        if (there.isEmpty()) {
            NotFiledReason reason =
                    filings.isEmpty() ? NotFiledReason.NO_FILING : NotFiledReason.FILING_FOR_OTHER_REGION;
            return new NotEffective(reason, nearest(filings, day));
        }
        List<Filing> inForce =
                there.stream().filter(filing -> periodOf(filing).overlaps(days)).toList();
        return nearest(inForce, day).<FilingCheck>map(Effective::new).orElseGet(() -> outsidePeriods(there, days));
    }

    /** A filing that is still to come goes before one that has run out: it tells the person when to return. */
    private static FilingCheck outsidePeriods(List<Filing> there, FilingPeriod days) {
        LocalDate day = days.from();
        List<Filing> toCome = there.stream()
                .filter(filing -> days.endsBefore(periodOf(filing).from()))
                .toList();
        return toCome.isEmpty()
                ? new NotEffective(NotFiledReason.FILING_EXPIRED, nearest(there, day))
                : new NotEffective(NotFiledReason.FILING_NOT_YET_EFFECTIVE, nearest(toCome, day));
    }

    private static Optional<Filing> nearest(List<Filing> filings, LocalDate day) {
        return filings.stream()
                .min(Comparator.<Filing>comparingLong(filing -> periodOf(filing).daysAwayFrom(day))
                        .thenComparing(filing -> filing.id().value()));
    }

    private static FilingPeriod periodOf(Filing filing) {
        return filing.terms().period();
    }
}
