package io.crosscare.settlement.intent;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.benefit.model.Counters;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a request may say of counters: those the calculation knows. What the chain counts of itself, nobody may say. */
public final class CounterRule {

    /** Ten thousand million fen: more than anyone's year ever held. */
    public static final long VALUE_MAX = 10_000_000_000L;

    private static final int COUNTERS_MAX = 60;

    private CounterRule() {}

    /** Counters from zero up, at least one; what is not good is rejected by its name as far as that may be shown. */
    public static Counters counters(FieldChecks checks, String field, @Nullable Map<String, @Nullable Long> given) {
        return check(checks, field, given, 0);
    }

    /** By how much counters move, up or down, at least one. */
    public static Counters moves(FieldChecks checks, String field, @Nullable Map<String, @Nullable Long> given) {
        return check(checks, field, given, -VALUE_MAX);
    }

    private static Counters check(
            FieldChecks checks, String field, @Nullable Map<String, @Nullable Long> given, long min) {
        if (given == null || given.isEmpty()) {
            checks.reject(field, "required", Text.of("必填", "is required"));
            return Counters.NONE;
        }
        if (given.size() > COUNTERS_MAX) {
            checks.reject(
                    field, "size", Text.of("最多 " + COUNTERS_MAX + " 项", "has at most " + COUNTERS_MAX + " members"));
            return Counters.NONE;
        }
        TreeMap<String, Long> good = new TreeMap<>();
        for (Map.Entry<String, @Nullable Long> counter : given.entrySet()) {
            String name = counter.getKey();
            Long value = counter.getValue();
            boolean isKnown = Counters.isKnown(name)
                    && !name.equals(Counter.EXTERNALS.word())
                    && !name.equals(Counter.CLOSED.word());
            String path = field + "." + FieldError.printable(name);
            if (!isKnown) {
                checks.reject(
                        path,
                        "counter-name",
                        Text.of("不是已知的累计项，如 2019/pooled.outpatient", "is no counter; 2019/pooled.outpatient is one"));
            } else if (value == null || value < min || value > VALUE_MAX) {
                checks.reject(
                        path,
                        "range",
                        Text.of("应为 " + min + " … " + VALUE_MAX, "must be between " + min + " and " + VALUE_MAX));
            } else {
                good.put(name, value);
            }
        }
        return Counters.of(good);
    }
}
