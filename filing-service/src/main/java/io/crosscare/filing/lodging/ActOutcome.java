package io.crosscare.filing.lodging;

import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.Decision;
import io.crosscare.filing.lodging.model.DestinationObjection;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingState;
import org.jspecify.annotations.Nullable;

/** What comes of something asked of a filing. Only {@link Done} has changed anything. */
public sealed interface ActOutcome {

    /** Done; the filing as it stands, or the one that took its place. */
    record Done(Filing filing) implements ActOutcome {}

    /** The same request was carried out before. */
    record Replayed(Filing filing) implements ActOutcome {}

    /** The key was used before with other content. */
    record KeyReused() implements ActOutcome {}

    /** There is no such filing, or not for this caller. */
    record NotVisible() implements ActOutcome {}

    /**
     * The filing is in no state for it.
     *
     * @param successor the filing that took its place, on which it may be asked for; null where none did
     */
    record NotPossible(
            FilingState state, Text why, @Nullable FilingId successor) implements ActOutcome {

        static NotPossible of(Filing filing, Text why) {
            FilingId successor =
                    filing instanceof Filing.Ended ended ? ended.ending().successor() : null;
            return new NotPossible(filing.state(), why, successor);
        }
    }

    /** The region's rules say no. */
    record NotEligible(Decision.Refused decision, RegionCode insuredRegion) implements ActOutcome {}

    /** Another filing of the person speaks for the same place and days. */
    record Overlapping(FilingId existing) implements ActOutcome {}

    /** No filing is taken for the place. */
    record NoDestination(DestinationObjection why) implements ActOutcome {}

    /** The region's rules do not know a paper that is said to have been shown. */
    record MaterialUnknown() implements ActOutcome {}

    /** Only an agency may go back to a day that has passed. */
    record DayHasPassed(String field) implements ActOutcome {}
}
