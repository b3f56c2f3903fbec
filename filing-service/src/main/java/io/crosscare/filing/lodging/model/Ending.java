package io.crosscare.filing.lodging.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a filing ended before its time.
 *
 * @param from the first day it does not count any more
 * @param wasInForce whether it still speaks for days before
 * @param successor the filing that took its place; null where none did
 */
public record Ending(
        Cause cause,
        LocalDate from,
        boolean wasInForce,
        @Nullable FilingId successor) {

    /** Why it ended. */
    public enum Cause {
        /** 撤销 · withdrawn. */
        WITHDRAWN,
        /** 承诺失效 · the promise lapsed. */
        LAPSED,
        /** 变更 · replaced by another filing. */
        REPLACED;

        /** Of a filing that ended so. */
        FilingState state() {
            return switch (this) {
                case WITHDRAWN -> FilingState.WITHDRAWN;
                case LAPSED -> FilingState.LAPSED;
                case REPLACED -> FilingState.REPLACED;
            };
        }
    }
}
