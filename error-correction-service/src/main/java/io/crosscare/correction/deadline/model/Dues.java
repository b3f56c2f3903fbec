package io.crosscare.correction.deadline.model;

import java.time.Instant;

/**
 * Until when an office is to have done what.
 *
 * @param remindToRespondAt when it is reminded that nobody has taken the case
 * @param respondBy when somebody is to have taken it
 * @param remindToResolveAt when it is reminded that the case still stands
 * @param resolveBy when it is to be resolved or passed on
 */
public record Dues(Instant remindToRespondAt, Instant respondBy, Instant remindToResolveAt, Instant resolveBy) {

    public Dues {
        if (remindToRespondAt.isAfter(respondBy)
                || remindToResolveAt.isAfter(resolveBy)
                || respondBy.isAfter(resolveBy)) {
            throw new IllegalArgumentException("a reminder comes before its deadline, and the response before the end");
        }
    }
}
