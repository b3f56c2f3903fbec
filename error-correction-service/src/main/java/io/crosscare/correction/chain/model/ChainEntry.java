package io.crosscare.correction.chain.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import io.crosscare.correction.desk.model.VisitScope;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a person's settlement chain, as far as this service reads it.
 *
 * @param seq its place, dense from 1
 * @param hash of the entry, and with it of everything before
 * @param concern what it means for a scope of a visit; null for entries that settle and undo nothing
 */
public record ChainEntry(
        PersonId person, long seq, String hash, @Nullable Concern concern) {

    public ChainEntry {
        if (seq < 1) {
            throw new IllegalArgumentException("a chain begins with place 1");
        }
    }

    /** A scope and what happened to it. */
    public record Concern(VisitScope scope, ScopeEntry entry) {}
}
