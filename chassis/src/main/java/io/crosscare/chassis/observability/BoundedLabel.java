package io.crosscare.chassis.observability;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the values of a label few, whatever callers send: the first so many are told as they are, every other one is
 * {@link #OTHER}. Holds public codes only, never anything of a person.
 */
public final class BoundedLabel {

    public static final String OTHER = "OTHER";

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final int valuesMax;

    public BoundedLabel(int valuesMax) {
        this.valuesMax = valuesMax;
    }

    public String of(String value) {
        return told.contains(value) ? value : admitted(value);
    }

    private synchronized String admitted(String value) {
        if (told.size() < valuesMax) {
            told.add(value);
        }
        return told.contains(value) ? value : OTHER;
    }
}
