package io.crosscare.settlement.chain.mongo;

/** A stored entry is not what was written: its hash does not match, or a part is missing. Nothing may be built on it. */
public final class CorruptEntryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CorruptEntryException(String id) {
        super("entry " + id + " does not match its hash");
    }
}
