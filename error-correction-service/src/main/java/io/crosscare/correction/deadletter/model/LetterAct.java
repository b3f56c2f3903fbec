package io.crosscare.correction.deadletter.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator did with a dead letter.
 *
 * @param by the principal's subject
 * @param reason as it was given, with every number of a person cut out; null where the message was sent again
 * @param key of the request, as a keyed hash
 */
public record LetterAct(
        Kind kind, Instant at, String by, @Nullable String reason, String key) {

    /** What was done. */
    public enum Kind {
        REPLAYED,
        DISCARDED
    }
}
