package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What a filing says: this person may be cared for in that region, for this cause, in this period.
 *
 * @param careRegion the destination, a pooling region; a province stands for all of its own. Those stored earlier may name a
 *     district, which stands for its pooling region
 * @param reason why it was lodged as it was; required when it begins before the day of lodging
 */
public record FilingTerms(
        PersonId personId,
        RegionCode insuredRegion,
        RegionCode careRegion,
        FilingCategory category,
        FilingPeriod period,
        FilingChannel channel,
        @Nullable String reason) {

    /** The same for other days. */
    public FilingTerms during(FilingPeriod changed) {
        return new FilingTerms(personId, insuredRegion, careRegion, category, changed, channel, reason);
    }

    /** The same without the words somebody chose. */
    public FilingTerms withoutReason() {
        return new FilingTerms(personId, insuredRegion, careRegion, category, period, channel, null);
    }

    /** Whether it is for living elsewhere, not for one illness. */
    public boolean isLongTerm() {
        return category != FilingCategory.TRANSFER;
    }

    /** Whether the destination contains the region, so that care there is care at the filed place. */
    public boolean covers(RegionCode region) {
        return Destinations.poolingRegionOf(careRegion).contains(region);
    }

    /** Whether both would speak for the same person in the same place on the same day. */
    public boolean overlaps(FilingTerms other) {
        boolean isSamePlace = covers(other.careRegion) || other.covers(careRegion);
        return personId.equals(other.personId) && isSamePlace && period.overlaps(other.period);
    }
}
