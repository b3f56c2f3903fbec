package io.crosscare.local.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a query demands in a way indexes can use: fields that must equal one of some values. Every matching document satisfies
 * all of them; what else the query says is checked afterwards. Nulls, arrays, patterns and other operators are left to that
 * check.
 */
record Conditions(Map<String, List<KeyValue>> admitted) {

    static Conditions of(Document query) {
        Map<String, List<KeyValue>> admitted = new HashMap<>();
        collect(query, admitted);
        return new Conditions(Map.copyOf(admitted));
    }

    /** The values one of which the field must equal, or null when the query does not say. */
    @Nullable
    List<KeyValue> admittedFor(String field) {
        return admitted.get(field);
    }

    private static void collect(Document query, Map<String, List<KeyValue>> admitted) {
        query.forEach((field, condition) -> {
            if (field.equals("$and") && condition instanceof Collection<?> parts) {
                parts.forEach(part -> collect((Document) part, admitted));
            } else if (!field.startsWith("$")) {
                Collection<?> values = alternatives(condition);
                if (values.stream().allMatch(Conditions::isPlain)) {
                    admitted.put(field, values.stream().map(Conditions::key).toList());
                }
            }
        });
    }

    /** The list of an {@code $in}, the operand of an {@code $eq}, or the condition itself. */
    private static Collection<? extends @Nullable Object> alternatives(@Nullable Object condition) {
        if (condition instanceof Document operators && operators.size() == 1) {
            if (operators.get("$in") instanceof Collection<?> values) {
                return values;
            }
            if (operators.containsKey("$eq")) {
                return Collections.singletonList(operators.get("$eq"));
            }
        }
        return Collections.singletonList(condition);
    }

    /** Whether equality with the value means the same to an index as to the query. */
    private static boolean isPlain(@Nullable Object value) {
        return switch (value) {
            case String _, Number _, Boolean _, ObjectId _, Instant _, UUID _, BinData _ -> true;
            case Document document -> document.keySet().stream().noneMatch(key -> key.startsWith("$"));
            case null, default -> false;
        };
    }

    /** The value as indexes compare it: 1, 1L and 1.0 are one. */
    static KeyValue key(@Nullable Object value) {
        return new KeyValue(value).normalized();
    }
}
