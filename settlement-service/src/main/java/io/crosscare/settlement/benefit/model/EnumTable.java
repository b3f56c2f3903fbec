package io.crosscare.settlement.benefit.model;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map by the constants of an enum that nobody changes any more; a value is found by the constant's place in the enum. */
final class EnumTable<K extends Enum<K>, V> extends AbstractMap<K, V> {

    /** Shared by all that are empty: it has no value for a constant of any enum. */
    private static final EnumTable<?, ?> EMPTY = new EnumTable<>(new EnumMap<ItemClass, Object>(ItemClass.class));

    private final EnumMap<K, V> values;

    private EnumTable(EnumMap<K, V> values) {
        this.values = values;
    }

    @SuppressWarnings("unchecked") // it holds nothing
    static <K extends Enum<K>, V> Map<K, V> copyOf(Class<K> keys, Map<K, V> values) {
        if (values.isEmpty()) {
            return (Map<K, V>) EMPTY;
        }
        EnumMap<K, V> copy = new EnumMap<>(keys);
        copy.putAll(values);
        return new EnumTable<>(copy);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return values.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return values.containsKey(key);
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return Collections.unmodifiableMap(values).entrySet();
    }
}
