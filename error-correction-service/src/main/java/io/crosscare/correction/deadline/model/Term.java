package io.crosscare.correction.deadline.model;

import java.time.Duration;

/**
 * How long an office has for one kind of case, counted from its arrival there.
 *
 * @param respondWithin office time until somebody is to have taken it
 * @param resolveWithinDays working days until it is to be resolved or passed on
 * @param remindBefore office time between a reminder and its deadline
 */
public record Term(
        CaseKind kind, Duration respondWithin, int resolveWithinDays, Duration remindBefore, Foundation foundation) {

    public Term {
        if (!respondWithin.isPositive() || resolveWithinDays < 1 || remindBefore.isNegative()) {
            throw new IllegalArgumentException("a term is longer than nothing");
        }
    }

    /** Where the figures come from; the mark is that of the days to resolve, response and reminder are this suite's own. */
    public record Foundation(String zh, String en, String source, Mark mark) {}
}
