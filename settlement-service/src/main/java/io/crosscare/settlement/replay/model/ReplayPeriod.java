package io.crosscare.settlement.replay.model;

import io.crosscare.settlement.benefit.model.PolicyPack;
import java.time.LocalDate;

/** The days, both included, on which care that is replayed ended. */
public record ReplayPeriod(LocalDate from, LocalDate to) {

    public ReplayPeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends before it begins");
        }
    }

    /** The candidate as if it had been the law of this period. */
    PolicyPack lawOf(PolicyPack candidate) {
        return candidate.between(from, to);
    }
}
