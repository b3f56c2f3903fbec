package io.crosscare.settlement.benefit.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is counted for a person. All but {@link #ACCOUNT}, {@link #EXTERNALS} and {@link #CLOSED} are counted per benefit period;
 * all in fen but {@link #ADMISSIONS} and the last two.
 *
 * <p>Which service moves which: an outpatient bill its deductible and its pooled pay ({@code .outpatient}), a chronic-disease
 * bill its own two ({@code .chronic}), a stay {@link #ADMISSIONS}, {@link #POOLED} and above that ceiling {@link #LARGE}. A
 * counter is moved only where the policy has the figure that reads it, so that a person's map stays small. Outpatient pay does
 * not use up the annual ceiling of the pooled fund: the sources name the two ceilings apart and say no more.
 */
public enum Counter {
    /** 起付线 used in the year by outpatient bills. */
    DEDUCTIBLE_OUTPATIENT("deductible.outpatient"),
    DEDUCTIBLE_CHRONIC("deductible.chronic"),
    /** 统筹基金 paid in the year, against {@link CeilingBasis#FUND_PAY}. */
    POOLED("pooled"),
    POOLED_OUTPATIENT("pooled.outpatient"),
    POOLED_CHRONIC("pooled.chronic"),
    /** Cost the pooled fund shared in the year, against {@link CeilingBasis#COST}. */
    COST("cost"),
    COST_OUTPATIENT("cost.outpatient"),
    COST_CHRONIC("cost.chronic"),
    /** 大额 paid in the year. */
    LARGE("large"),
    /** The year's burden that 大病保险 looks at: eligible cost and class-B self-pay, less pooled and large-amount pay. */
    BURDEN("burden"),
    /** Stays settled in the year; the next one is this plus one. */
    ADMISSIONS("admissions"),
    /** Balance of the personal account; of no period. */
    ACCOUNT("account"),
    /** How many payments of the core system the chain holds, which is the core's number of the last; of no period. */
    EXTERNALS("externals"),
    /** 1 while the person has moved to another pool and the chain is closed; of no period. */
    CLOSED("closed");

    private static final Map<String, Counter> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Counter::word, Function.identity()));

    /** The keys that were asked for, by period: those of few years, over and over. */
    private static final Map<String, Map<Counter, String>> KEYS = new ConcurrentHashMap<>();

    private final String word;

    Counter(String word) {
        this.word = word;
    }

    /** The counter's name in keys, {@code pooled.outpatient}. */
    public String word() {
        return word;
    }

    public boolean isPerPeriod() {
        return this != ACCOUNT && this != EXTERNALS && this != CLOSED;
    }

    /** The key of this counter in a period; of one without periods, its only key. */
    public String key(String period) {
        if (!isPerPeriod()) {
            return word;
        }
        Map<Counter, String> known = KEYS.get(period);
        Map<Counter, String> keys = known == null ? KEYS.computeIfAbsent(period, Counter::keysOf) : known;
        return Objects.requireNonNull(keys.get(this));
    }

    private static Map<Counter, String> keysOf(String period) {
        EnumMap<Counter, String> keys = new EnumMap<>(Counter.class);
        for (Counter counter : values()) {
            keys.put(counter, period + "/" + counter.word);
        }
        return EnumTable.copyOf(Counter.class, keys);
    }

    static Counter deductibleOf(ServiceType serviceType) {
        return switch (serviceType) {
            case OUTPATIENT -> DEDUCTIBLE_OUTPATIENT;
            case CHRONIC -> DEDUCTIBLE_CHRONIC;
            case INPATIENT -> throw new IllegalArgumentException("the deductible of a stay is per admission");
        };
    }

    static Counter ceilingOf(ServiceType serviceType, CeilingBasis basis) {
        return switch (basis) {
            case FUND_PAY ->
                switch (serviceType) {
                    case OUTPATIENT -> POOLED_OUTPATIENT;
                    case CHRONIC -> POOLED_CHRONIC;
                    case INPATIENT -> POOLED;
                };
            case COST ->
                switch (serviceType) {
                    case OUTPATIENT -> COST_OUTPATIENT;
                    case CHRONIC -> COST_CHRONIC;
                    case INPATIENT -> COST;
                };
        };
    }

    static Optional<Counter> named(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
