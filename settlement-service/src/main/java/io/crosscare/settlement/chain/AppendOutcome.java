package io.crosscare.settlement.chain;

import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.SlotHolder;

/**
 * What became of an attempt to append, read from the store in the order of design.md §3.2: the key first, then the slot, and
 * only then was it the race for the place.
 */
public sealed interface AppendOutcome {

    /** Stored, durably, by this attempt. */
    record Appended(Entry entry) implements AppendOutcome {}

    /** The key has its entry already; the attempt stored nothing. */
    record KeyTaken(Entry present) implements AppendOutcome {}

    /** The slot is held already; the attempt stored nothing. */
    record SlotTaken(SlotHolder present) implements AppendOutcome {}

    /** Another entry won the place; load the head again and compute again. */
    record SeqTaken() implements AppendOutcome {}
}
