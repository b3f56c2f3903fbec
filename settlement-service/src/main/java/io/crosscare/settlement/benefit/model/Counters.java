package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has been counted for one person, or a change of it: counter key to value, sorted, without zeros, so that equal content
 * is equal and is encoded alike. Keys are {@code 2019/pooled.outpatient}, of a school year {@code 2019S/…}, and
 * {@code account} and {@code externals} (see {@link Counter}). Immutable.
 */
public final class Counters {

    public static final Counters NONE = new Counters(new TreeMap<>());

    private static final int YEAR = 4;

    private final SortedMap<String, Long> values;

    /** Takes the map over: its keys are known, no value is zero, and nobody changes it any more. */
    Counters(SortedMap<String, Long> values) {
        this.values = values;
    }

    /** What a map holds; zeros are left out. Keys that name no counter are refused. */
    public static Counters of(Map<String, Long> values) {
        TreeMap<String, Long> kept = new TreeMap<>();
        values.forEach((key, value) -> {
            if (!isKnown(key)) {
                throw new IllegalArgumentException("no counter has this key: " + key);
            }
            keep(kept, key, value);
        });
        return new Counters(kept);
    }

    public static Counters of(String key, long value) {
        return of(Map.of(key, value));
    }

    /** Whether a key names a counter of this suite: a period and a counter's name, or {@code account}. */
    public static boolean isKnown(String key) {
        int slash = key.indexOf('/');
        return Counter.named(slash < 0 ? key : key.substring(slash + 1))
                .map(counter -> counter.isPerPeriod() ? isPeriod(key, slash) : slash < 0)
                .orElse(false);
    }

    /** Whether the first characters are a year from 1000 to 2999, and perhaps the mark of a school year. */
    private static boolean isPeriod(String key, int length) {
        boolean isYear = length >= YEAR && (key.charAt(0) == '1' || key.charAt(0) == '2');
        for (int i = 1; isYear && i < YEAR; i++) {
            isYear = key.charAt(i) >= '0' && key.charAt(i) <= '9';
        }
        return isYear && (length == YEAR || (length == YEAR + 1 && key.charAt(YEAR) == 'S'));
    }

    /** Counter key to value, in the order of the keys; not to be changed. */
    public SortedMap<String, Long> values() {
        return Collections.unmodifiableSortedMap(values);
    }

    /** The value under a key; what was never counted is zero. */
    public long value(String key) {
        Long value = values.get(key);
        return value == null ? 0 : value;
    }

    public Money amount(String key) {
        return Money.ofFen(value(key));
    }

    public Counters plus(Counters delta) {
        TreeMap<String, Long> sums = new TreeMap<>(values);
        delta.values.forEach((key, value) -> keep(sums, key, Math.addExact(value(key), value)));
        return new Counters(sums);
    }

    public Counters negate() {
        TreeMap<String, Long> negated = new TreeMap<>();
        values.forEach((key, value) -> negated.put(key, Math.negateExact(value)));
        return new Counters(negated);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    private static void keep(Map<String, Long> kept, String key, long value) {
        if (value == 0) {
            kept.remove(key);
        } else {
            kept.put(key, value);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counters counters && values.equals(counters.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
