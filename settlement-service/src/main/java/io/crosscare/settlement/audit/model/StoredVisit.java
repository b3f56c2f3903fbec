package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.chain.model.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stored visit says of the chain, sound or damaged.
 *
 * @param batches its fee batches, settled or not
 * @param unpublished entries whose events it still has to see published
 */
public record StoredVisit(String id, List<Batch> batches, List<String> unpublished) {

    /**
     * One batch, or what of it lies in one part of a stay.
     *
     * @param settledBy the entry that it names; null where it names none
     * @param part scope of the part of a stay that it lies in; null where it lies in none
     */
    public record Batch(
            String name,
            @Nullable String settledBy,
            @Nullable String part) {

        /** Whether a settlement of a scope covers it. */
        public boolean isIn(String scope) {
            return part == null
                    ? scope.equals(Scope.DISCHARGE) || scope.equals(Scope.BATCH + name)
                    : part.equals(scope);
        }
    }

    public StoredVisit {
        batches = List.copyOf(batches);
        unpublished = List.copyOf(unpublished);
    }

    /** Whether any of its batches names the entry. */
    public boolean names(String entry) {
        return batches.stream().anyMatch(batch -> entry.equals(batch.settledBy()));
    }
}
