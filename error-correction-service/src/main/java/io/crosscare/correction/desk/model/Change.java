package io.crosscare.correction.desk.model;

import io.crosscare.correction.desk.model.Fact.Settled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a case, as it is published: what happened, and how the case stood then.
 *
 * @param seq dense per case, from 1
 * @param at when the desk took the step
 * @param refusals how many had been counted
 * @param evidence the settlement that ended the case; null while it is open
 */
public record Change(
        long seq,
        Kind kind,
        Instant at,
        CaseState state,
        long refusals,
        Instant lastRefusedAt,
        @Nullable Settled evidence) {

    /** What happened. */
    public enum Kind {
        OPENED,
        REOPENED,
        RESOLVED,
        COMMENTED
    }
}
