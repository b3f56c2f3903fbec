package io.crosscare.settlement.audit.model;

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
     * One batch.
     *
     * @param settledBy the entry that it names; null where it names none
     */
    public record Batch(String name, @Nullable String settledBy) {}

    public StoredVisit {
        batches = List.copyOf(batches);
        unpublished = List.copyOf(unpublished);
    }

    /** Whether any of its batches names the entry. */
    public boolean names(String entry) {
        return batches.stream().anyMatch(batch -> entry.equals(batch.settledBy()));
    }
}
