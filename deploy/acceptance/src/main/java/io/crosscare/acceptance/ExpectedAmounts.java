package io.crosscare.acceptance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;

/** Every amount that must come out of a worked case; one that it does not state is zero. Fen, the ratio in basis points. */
public record ExpectedAmounts(Map<Amount, Long> amounts) {

    public ExpectedAmounts {
        amounts = Map.copyOf(amounts);
    }

    /** The amounts as they are stated under their names in the golden format. */
    public static ExpectedAmounts of(ToLongFunction<String> stated) {
        Map<Amount, Long> amounts = new EnumMap<>(Amount.class);
        for (Amount amount : Amount.values()) {
            amounts.put(amount, stated.applyAsLong(amount.goldenField()));
        }
        return new ExpectedAmounts(amounts);
    }

    public long of(Amount amount) {
        return amounts.getOrDefault(amount, 0L);
    }

    /** Every amount in which what came differs from this, each named; empty when all are equal. */
    public List<String> differencesOf(JsonNode came) {
        List<String> differences = new ArrayList<>();
        for (Amount amount : Amount.values()) {
            JsonNode value = came.path(amount.field());
            if (!value.isIntegralNumber() || value.asLong() != of(amount)) {
                differences.add("%s %s (%s): 应为 %s · expected %s, came %s"
                        .formatted(
                                amount.zh(),
                                amount.en(),
                                amount.field(),
                                amount.readable(of(amount)),
                                of(amount),
                                value.isMissingNode() ? "nothing" : value.toString()));
            }
        }
        return differences;
    }
}
