package io.crosscare.filing.insured.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of an insured person.
 *
 * @param by the principal's subject
 * @param fields names of what changed, never values
 * @param batchId the batch whose row said it; null where it was said by itself
 */
public record PersonChange(
        Action action,
        Instant at,
        String by,
        List<String> fields,
        @Nullable String batchId) {

    /** What was done. */
    public enum Action {
        REGISTERED,
        UPDATED
    }

    public PersonChange {
        fields = List.copyOf(fields);
    }

    public PersonChange(Action action, Instant at, String by, List<String> fields) {
        this(action, at, by, fields, null);
    }
}
