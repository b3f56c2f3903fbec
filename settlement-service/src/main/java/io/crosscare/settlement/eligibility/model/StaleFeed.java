package io.crosscare.settlement.eligibility.model;

import java.time.Duration;

/**
 * What a region wants when its core system has been silent: a person's counters may then lack what was paid there.
 *
 * @param then what becomes of a settlement
 * @param staleAfterHours how old the word that the feed is complete may be
 */
public record StaleFeed(Then then, int staleAfterHours) {

    /** What becomes of a settlement. */
    public enum Then {
        /** 照常结算并标记. */
        SETTLE_AND_FLAG,
        /** 暂停直接结算. */
        REFUSE
    }

    public StaleFeed {
        if (staleAfterHours < 1) {
            throw new IllegalArgumentException("a feed may be silent for an hour at least");
        }
    }

    public Duration staleAfter() {
        return Duration.ofHours(staleAfterHours);
    }
}
