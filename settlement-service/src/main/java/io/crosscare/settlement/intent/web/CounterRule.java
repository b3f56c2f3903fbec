package io.crosscare.settlement.intent.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.benefit.model.Counters;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an opening may count: counters the calculation knows, from zero up. */
final class CounterRule {

    /** Ten thousand million fen: more than anyone's year ever held. */
    static final long VALUE_MAX = 10_000_000_000L;

    private CounterRule() {}

    /** Good counters; what is not good is rejected by position, for a name may hold anything. */
    static Counters check(FieldChecks checks, Map<String, @Nullable Long> given) {
        TreeMap<String, Long> good = new TreeMap<>();
        int position = 0;
        for (Map.Entry<String, @Nullable Long> counter : given.entrySet()) {
            String name = counter.getKey();
            Long value = counter.getValue();
            boolean isKnown = Counters.isKnown(name);
            String field = isKnown ? "counters." + name : "counters[" + position + "]";
            if (!isKnown) {
                checks.reject(
                        field,
                        "counter-name",
                        Text.of("不是已知的累计项，如 2019/pooled.outpatient", "is no counter; 2019/pooled.outpatient is one"));
            } else if (value == null || value < 0 || value > VALUE_MAX) {
                checks.reject(field, "range", Text.of("应为 0 … " + VALUE_MAX, "must be between 0 and " + VALUE_MAX));
            } else {
                good.put(name, value);
            }
            position++;
        }
        return Counters.of(good);
    }
}
