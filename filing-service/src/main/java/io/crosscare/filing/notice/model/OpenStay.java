package io.crosscare.filing.notice.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.FilingTerms;
import java.time.LocalDate;

/**
 * A stay in hospital that goes on.
 *
 * @param startedOn day of admission
 */
public record OpenStay(PersonId person, RegionCode careRegion, LocalDate startedOn) {

    /** Whether it began under the filing. */
    public boolean isUnder(FilingTerms filing) {
        return person.equals(filing.personId())
                && filing.covers(careRegion)
                && filing.period().contains(startedOn);
    }
}
