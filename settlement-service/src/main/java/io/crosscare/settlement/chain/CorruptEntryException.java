package io.crosscare.settlement.chain;

import io.crosscare.settlement.chain.model.EntryId;

/** A stored entry is not what was written: its hash does not match, or a part is missing. Nothing may be built on it. */
public final class CorruptEntryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the entry.
     *
     * @param id as it is stored, see {@link EntryId#value()}
     */
    public CorruptEntryException(String id) {
        super(messageOf(id));
    }

    /** As above, where what is stored can be no entry at all. */
    public CorruptEntryException(String id, Throwable noEntry) {
        super(messageOf(id), noEntry);
    }

    private static String messageOf(String id) {
        return "entry " + id + " does not match its hash";
    }
}
