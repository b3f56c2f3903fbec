package io.crosscare.correction.desk.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that something was repaired, or found to need no repair.
 *
 * @param by account that asked for it; null where the desk did it by itself
 * @param keyHash keyed hash of the request that asked for it; null where none did
 * @param detail what was found, in a word for machines
 */
public record RepairRun(
        Repair repair,
        Instant at,
        Outcome outcome,
        String detail,
        @Nullable String by,
        @Nullable String keyHash) {

    /** What came of it. */
    public enum Outcome {
        /** Something was put right, or is known now. */
        DONE,
        /** There was nothing to put right. */
        NOTHING_FOUND,
        /** The service that was needed was silent; it is tried again. */
        UNANSWERED
    }

    public boolean isAutomatic() {
        return by == null;
    }

    static RepairRun automatic(Repair repair, Instant at, Outcome outcome, String detail) {
        return new RepairRun(repair, at, outcome, detail, null, null);
    }
}
