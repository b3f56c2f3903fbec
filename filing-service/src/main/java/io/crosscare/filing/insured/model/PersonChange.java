package io.crosscare.filing.insured.model;

import java.time.Instant;
import java.util.List;

/**
 * One step in the history of an insured person.
 *
 * @param by the principal's subject
 * @param fields names of what changed, never values
 */
public record PersonChange(Action action, Instant at, String by, List<String> fields) {

    /** What was done. */
    public enum Action {
        REGISTERED,
        UPDATED
    }

    public PersonChange {
        fields = List.copyOf(fields);
    }
}
