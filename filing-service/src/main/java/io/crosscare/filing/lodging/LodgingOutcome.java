package io.crosscare.filing.lodging;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.Decision;
import io.crosscare.filing.lodging.model.DestinationObjection;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;

/** What an application for a filing comes to. Only {@link Lodged} has changed anything. */
public sealed interface LodgingOutcome {

    record Lodged(Filing filing) implements LodgingOutcome {}

    /** The same request was carried out before. */
    record Replayed(Filing filing) implements LodgingOutcome {}

    /** The key was used before with other content. */
    record KeyReused() implements LodgingOutcome {}

    /** There is no such person, or not for this agency. */
    record PersonNotVisible() implements LodgingOutcome {}

    /** No filing is taken for the place. */
    record NoDestination(DestinationObjection why) implements LodgingOutcome {}

    /** The region's rules do not know a paper that is said to have been shown. */
    record MaterialUnknown() implements LodgingOutcome {}

    /** A filing of the person already speaks for the same place and days. */
    record Overlapping(FilingId existing) implements LodgingOutcome {}

    /** The region's rules say no. */
    record NotEligible(Decision.Refused decision, RegionCode insuredRegion) implements LodgingOutcome {}
}
