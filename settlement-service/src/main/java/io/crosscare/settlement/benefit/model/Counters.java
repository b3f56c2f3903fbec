package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What has been counted for one person, or a change of it: counter key to value, sorted, without zeros, so that equal content
 * is equal and is encoded alike. Keys are {@code 2019/pooled.outpatient}, of a school year {@code 2019S/…}, and
 * {@code account} (see {@link Counter}). Immutable.
 */
public record Counters(SortedMap<String, Long> values) {

    public static final Counters NONE = new Counters(new TreeMap<>());

    private static final Pattern PERIOD = Pattern.compile("[12][0-9]{3}S?");

    public Counters {
        TreeMap<String, Long> kept = new TreeMap<>();
        values.forEach((key, value) -> {
            if (!isKnown(key)) {
                throw new IllegalArgumentException("no counter has this key: " + key);
            }
            if (value != 0) {
                kept.put(key, value);
            }
        });
        values = Collections.unmodifiableSortedMap(kept);
    }

    public static Counters of(Map<String, Long> values) {
        return new Counters(new TreeMap<>(values));
    }

    public static Counters of(String key, long value) {
        return of(Map.of(key, value));
    }

    /** Whether a key names a counter of this suite: a period and a counter's name, or {@code account}. */
    public static boolean isKnown(String key) {
        int slash = key.indexOf('/');
        String word = key.substring(slash + 1);
        boolean hasPeriod =
                slash >= 0 && PERIOD.matcher(key.substring(0, slash)).matches();
        return Counter.named(word)
                .map(counter -> counter.isPerPeriod() ? hasPeriod : slash < 0)
                .orElse(false);
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
        delta.values.forEach((key, value) -> sums.merge(key, value, Math::addExact));
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
}
