package io.crosscare.settlement.eligibility.model;

import io.crosscare.chassis.region.RegionCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a person's filings say about a place and a day, whether worked out here from copies or answered by their owner. */
public sealed interface FilingStanding {

    record InForce(FilingFacts filing) implements FilingStanding {}

    /**
     * None counts.
     *
     * @param reason one of the four of filings
     * @param nearest the filing that comes closest, empty where there is none or the owner named none
     */
    record NotInForce(RefusalReason reason, Optional<FilingFacts> nearest) implements FilingStanding {}

    /** Works it out over all filings of one person, as their owner does. */
    static FilingStanding of(List<FilingFacts> filings, RegionCode careRegion, FilingWindow window) {
        List<FilingFacts> counting =
                filings.stream().filter(FilingFacts::counts).toList();
        List<FilingFacts> there =
                counting.stream().filter(filing -> filing.covers(careRegion)).toList();
        if (there.isEmpty()) {
            RefusalReason reason = counting.isEmpty() ? RefusalReason.NO_FILING : RefusalReason.FILING_FOR_OTHER_REGION;
            return new NotInForce(reason, nearest(counting, window));
        }
        List<FilingFacts> inForce =
                there.stream().filter(filing -> filing.isInForceIn(window)).toList();
        return nearest(inForce, window)
                .<FilingStanding>map(InForce::new)
                .orElseGet(() -> outsideItsPeriod(there, window));
    }

    /** A filing still to come goes before one that has ended: it tells the person when to return. */
    private static FilingStanding outsideItsPeriod(List<FilingFacts> there, FilingWindow window) {
        List<FilingFacts> toCome = there.stream()
                .filter(filing -> filing.beginsAfter(window.until()))
                .toList();
        return toCome.isEmpty()
                ? new NotInForce(RefusalReason.FILING_EXPIRED, nearest(there, window))
                : new NotInForce(RefusalReason.FILING_NOT_YET_EFFECTIVE, nearest(toCome, window));
    }

    private static Optional<FilingFacts> nearest(List<FilingFacts> filings, FilingWindow window) {
        return filings.stream()
                .min(Comparator.<FilingFacts>comparingLong(filing -> filing.daysAwayFrom(window.from()))
                        .thenComparing(FilingFacts::id));
    }
}
