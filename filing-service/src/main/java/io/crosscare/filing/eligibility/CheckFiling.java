package io.crosscare.filing.eligibility;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.eligibility.model.FilingCheck;
import io.crosscare.filing.lodging.Filings;
import io.crosscare.filing.lodging.model.FilingPeriod;
import reactor.core.publisher.Mono;

/** Answers from the filings themselves, never from a copy: this is the authoritative yes or no. */
public final class CheckFiling {

    private final Filings filings;

    public CheckFiling(Filings filings) {
        this.filings = filings;
    }

    public Mono<FilingCheck> check(PersonId personId, RegionCode careRegion, FilingPeriod days) {
        return filings.ofPerson(personId).map(all -> FilingCheck.of(all, careRegion, days));
    }
}
