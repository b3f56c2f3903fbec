package io.crosscare.local.store;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** An index, as a query sees it. */
interface CandidateSource {

    /**
     * Positions, in ascending order, that include every document satisfying the conditions, or null when this index cannot
     * narrow them down.
     */
    @Nullable
    Collection<Long> candidates(Conditions conditions);
}
