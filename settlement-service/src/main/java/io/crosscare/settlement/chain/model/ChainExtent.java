package io.crosscare.settlement.chain.model;

import java.util.List;

/**
 * Which places of one person's chain are taken in the store.
 *
 * @param person as stored; empty for entries that name nobody
 * @param seqs ascending, each once
 * @param misplaced ids of the person's entries that are no place of this chain
 */
public record ChainExtent(String person, List<Long> seqs, List<String> misplaced) {

    public ChainExtent {
        seqs = List.copyOf(seqs);
        misplaced = List.copyOf(misplaced);
    }

    /** The last place; 0 where none is taken. */
    public long lastSeq() {
        return seqs.isEmpty() ? 0 : seqs.getLast();
    }
}
