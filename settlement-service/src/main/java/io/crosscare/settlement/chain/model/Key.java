package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.region.RegionCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The write-once register by which the same request is known again: who asks, for what kind of entry, under which key of its
 * own. Vendors repeat keys across persons and kinds, so a key is unique only together with its person (design.md §3.2).
 */
public record Key(String value) {

    private static final int LENGTH_MAX = 192;

    /** Begins no institution's or region's code, so that no caller can make such a key. */
    private static final String UNDO = "UNDO";

    /** The first undo, {@code UNDO/…}; that of its adjustment, {@code UNDO2/…}, and so on. */
    private static final Pattern UNDO_OF = Pattern.compile("UNDO([0-9]{0,9})/(.*)", Pattern.DOTALL);

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

    /** The key of a payment that a core system made, by the core's own number; begins no institution's or region's code. */
    public static Key ofCore(RegionCode region, String coreNumber) {
        return new Key("CORE/" + region.value() + "/" + coreNumber);
    }

    /**
     * The key of the one undo or adjustment this key's settlement can have: whoever undoes it, and why, it is the same. That of
     * an adjustment is counted, so that a bill can be adjusted any number of times.
     */
    public static Key undoOf(Key original) {
        Matcher undo = UNDO_OF.matcher(original.value());
        if (!undo.matches()) {
            return new Key(UNDO + "/" + original.value());
        }
        String number = undo.group(1);
        int next = number.isEmpty() ? 2 : Integer.parseInt(number) + 1;
        return new Key(UNDO + next + "/" + undo.group(2));
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
