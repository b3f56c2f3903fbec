package io.crosscare.settlement.eligibility.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
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

    /** Works it out over all filings of one person. */
    static FilingStanding of(List<FilingFacts> filings, RegionCode careRegion, LocalDate day) {
        List<FilingFacts> counting =
                filings.stream().filter(FilingFacts::counts).toList();
        if (counting.isEmpty()) {
            return new NotInForce(RefusalReason.NO_FILING, Optional.empty());
        }
        List<FilingFacts> there =
                counting.stream().filter(filing -> filing.covers(careRegion)).toList();
        if (there.isEmpty()) {
            return new NotInForce(RefusalReason.FILING_FOR_OTHER_REGION, Optional.of(counting.getFirst()));
        }
        Optional<FilingStanding> inForce = there.stream()
                .filter(filing -> filing.isInForceOn(day))
                .findFirst()
                .map(InForce::new);
        return inForce.orElseGet(() -> outsideItsPeriod(there, day));
    }

    /** A filing still to come goes before one that has ended: it tells the person when to return. */
    private static FilingStanding outsideItsPeriod(List<FilingFacts> there, LocalDate day) {
        Optional<FilingFacts> toCome =
                there.stream().filter(filing -> filing.beginsAfter(day)).findFirst();
        return toCome.isPresent()
                ? new NotInForce(RefusalReason.FILING_NOT_YET_EFFECTIVE, toCome)
                : new NotInForce(RefusalReason.FILING_EXPIRED, Optional.of(there.getFirst()));
    }
}
