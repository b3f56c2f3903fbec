package io.crosscare.correction.desk.model;

import io.crosscare.correction.desk.model.Fact.Settled;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a case, as it is published: what happened, and how the case stood then.
 *
 * @param seq dense per case, from 1
 * @param at when the desk took the step
 * @param refusals how many had been counted
 * @param evidence the settlement that ended the case; null while it is open, and where somebody resolved it by hand
 * @param standing how the work on it stood; null for steps from before there was any
 */
public record Change(
        long seq,
        Kind kind,
        Instant at,
        CaseState state,
        long refusals,
        Instant lastRefusedAt,
        @Nullable Settled evidence,
        @Nullable Standing standing) {

    /** What happened. */
    public enum Kind {
        OPENED,
        REOPENED,
        RESOLVED,
        COMMENTED,
        ASSIGNED,
        RETURNED,
        ESCALATED,
        SENT_OUTSIDE,
        REMINDED,
        OVERDUE,
        /** The bill would be settled now: the hospital is told. */
        CAUSE_GONE
    }

    /** With the deadlines of that stay, where it lacks them. */
    Change completed(Station station) {
        return Optional.ofNullable(standing)
                .flatMap(lacking -> lacking.completed(station))
                .map(complete -> new Change(seq, kind, at, state, refusals, lastRefusedAt, evidence, complete))
                .orElse(this);
    }
}
