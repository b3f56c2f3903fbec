package io.crosscare.correction.desk.model;

import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.Comment.Receipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act on a case: by whom, why, and where it led. Kept with the case for as long as that exists.
 *
 * @param by null where time or the desk itself acted
 * @param from the office that held the case
 * @param to the office it was passed to; null where it stayed
 * @param reason as it was given, with every number of a person cut out
 * @param receipt the request; null where nobody asked
 */
public record Act(
        Kind kind,
        Instant at,
        @Nullable Author by,
        Office from,
        @Nullable Office to,
        @Nullable String reason,
        @Nullable Receipt receipt) {

    /** What was done. */
    public enum Kind {
        TAKEN,
        RETURNED,
        ESCALATED,
        SENT_OUTSIDE,
        RESOLVED,
        REOPENED,
        REMINDED,
        OVERDUE
    }

    static Act ofTime(Kind kind, Instant at, Office from, @Nullable Office to) {
        return new Act(kind, at, null, from, to, null, null);
    }

    static Act of(Kind kind, Order order, Instant at, Office from, @Nullable Office to) {
        return new Act(kind, at, order.by(), from, to, order.reason(), order.receipt());
    }
}
