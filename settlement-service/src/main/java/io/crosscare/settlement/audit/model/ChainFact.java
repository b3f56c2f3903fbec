package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.chain.model.EntryKind;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What of an entry is kept until its chain has been walked.
 *
 * @param covered what it settles; null unless it is a settlement
 * @param invoice institution and number of the invoice it pays; null where it names none
 * @param original the entry it takes back or replaces; null unless it is an undo or an adjustment
 * @param isUndone whether an entry of the chain takes it back or replaces it
 */
public record ChainFact(
        String id,
        EntryKind kind,
        String key,
        @Nullable Covered covered,
        @Nullable String invoice,
        @Nullable String original,
        boolean isUndone) {

    /**
     * What a settlement covers.
     *
     * @param scope as {@link io.crosscare.settlement.chain.model.Scope#text()} writes it
     * @param lines numbers of the visit's fee lines; none where its bill cannot be read
     */
    public record Covered(String visit, String scope, BitSet lines) {}

    ChainFact undone() {
        return new ChainFact(id, kind, key, covered, invoice, original, true);
    }
}
