package io.crosscare.settlement.chain.model;

/**
 * The write-once register by which the same request is known again: who asks, for what kind of entry, under which key of its
 * own. Vendors repeat keys across persons and kinds, so a key is unique only together with its person (design.md §3.2).
 */
public record Key(String value) {

    private static final int LENGTH_MAX = 192;

    /** Begins no institution's or region's code, so that no caller can make such a key. */
    private static final String UNDO = "UNDO/";

    public Key {
        if (value.isEmpty() || value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("a key has 1 to " + LENGTH_MAX + " characters");
        }
    }

    /**
     * The key of a caller's request.
     *
     * @param origin code of the institution or region that asks
     * @param callerKey as the caller gave it
     */
    public static Key of(String origin, EntryKind kind, String callerKey) {
        return new Key(origin + "/" + kind + "/" + callerKey);
    }

    /** The key of the one undo this key's settlement can have: whoever undoes it, and why, it is the same. */
    public static Key undoOf(Key original) {
        return new Key(UNDO + original.value());
    }

    /** Its own hash, for logs and events: a caller's key may hold anything. */
    public ContentHash hash() {
        return new CanonicalForm("k1").text(value).hash();
    }

    @Override
    public String toString() {
        return "Key[…]";
    }
}
