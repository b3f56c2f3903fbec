package io.crosscare.settlement.external.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.Duration;
import java.time.Instant;

/**
 * How far the feed of one region's core system has come.
 *
 * @param completeUpTo every payment that the core made before has been sent; only ever moves on
 * @param heardAt when that was said
 * @param version counts replacements, from 1
 */
public record ExternalFeed(RegionCode region, Instant completeUpTo, Instant heardAt, long version) {

    /** For how long nothing is known of the core's payments. */
    public Duration lag(Instant now) {
        return now.isAfter(completeUpTo) ? Duration.between(completeUpTo, now) : Duration.ZERO;
    }

    /** The feed after its core has said so; a word about an earlier time leaves the time as it is. */
    public ExternalFeed heard(Instant upTo, Instant now) {
        return new ExternalFeed(region, upTo.isAfter(completeUpTo) ? upTo : completeUpTo, now, version + 1);
    }
}
