package io.crosscare.filing.lodging.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of a filing.
 *
 * @param by the principal's subject
 */
public record FilingChange(
        Action action, Instant at, String by, @Nullable String reason) {

    /** What was done. */
    public enum Action {
        LODGED
    }
}
