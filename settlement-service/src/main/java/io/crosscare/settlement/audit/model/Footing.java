package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.StoredEntry;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the part of a chain that was walked comes to, on which the next entry must stand. Behind a gap or an entry that was named
 * as broken it is not firm: what follows from one finding is not named again.
 *
 * @param seq the last place walked, 0 at the beginning
 * @param recordedAt null where it cannot be read
 * @param fold the counters as all changes before add up to
 */
record Footing(long seq, String hash, @Nullable Instant recordedAt, SortedMap<String, Long> fold, boolean isFirm) {

    static final Footing BEGINNING =
            new Footing(0, ContentHash.NONE.value(), Instant.EPOCH, Collections.emptySortedMap(), true);

    Footing behindAGap(long lastMissing) {
        return new Footing(lastMissing, hash, recordedAt, fold, false);
    }

    /**
     * Behind an entry. Its counters after are the fold: either they were found to be, or the count begins anew there.
     *
     * @param isSound whether nothing was found against it
     */
    static Footing behind(long place, StoredEntry stored, boolean isSound) {
        return new Footing(place, stored.hash(), stored.recordedAt(), stored.after(), isSound);
    }
}
