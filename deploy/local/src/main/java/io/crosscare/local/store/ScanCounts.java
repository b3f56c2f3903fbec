package io.crosscare.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts the queries with a condition that no index served, so that every document of a collection was looked at: by collection
 * and by the names of fields and operators of the query, never by values.
 */
final class ScanCounts {

    /** Shapes beyond these are counted together: a client may send any field name. */
    static final int SHAPES_MAX = 100;

    private static final int FIELDS_LENGTH_MAX = 200;

    private final LongAdder total = new LongAdder();
    private final Map<Shape, LongAdder> byShape = new ConcurrentHashMap<>();

    private record Shape(String namespace, String fields) {}

    void count(String namespace, Document query) {
        total.increment();
        Shape shape = new Shape(namespace, shortened(fieldsOf(query)));
        LongAdder known = byShape.get(shape);
        if (known == null && byShape.size() < SHAPES_MAX) {
            known = byShape.computeIfAbsent(shape, _ -> new LongAdder());
        }
        if (known != null) {
            known.increment();
        }
    }

    long total() {
        return total.sum();
    }

    /** The {@code scans} section of the server status: {@code total}, and {@code shapes} from the most frequent down. */
    Document toDocument() {
        List<Document> shapes = byShape.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Shape, LongAdder>>comparingLong(
                                entry -> -entry.getValue().sum())
                        .thenComparing(entry -> entry.getKey().namespace())
                        .thenComparing(entry -> entry.getKey().fields()))
                .map(entry -> new Document("collection", entry.getKey().namespace())
                        .append("fields", entry.getKey().fields())
                        .append("count", entry.getValue().sum()))
                .toList();
        return new Document("total", total()).append("shapes", shapes);
    }

    private static String shortened(String fields) {
        return fields.length() <= FIELDS_LENGTH_MAX ? fields : fields.substring(0, FIELDS_LENGTH_MAX) + "…";
    }

    /** Such as {@code b, place $lt, $or(person | state)}. */
    private static String fieldsOf(Document query) {
        return query.entrySet().stream()
                .map(field -> field.getKey() + conditionOf(field.getKey(), field.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String conditionOf(String field, @Nullable Object condition) {
        if (field.startsWith("$")) {
            return condition instanceof Collection<?> parts
                    ? parts.stream()
                            .filter(Document.class::isInstance)
                            .map(part -> fieldsOf((Document) part))
                            .collect(Collectors.joining(" | ", "(", ")"))
                    : "";
        }
        return condition instanceof Document operators
                ? operators.keySet().stream()
                        .filter(operator -> operator.startsWith("$"))
                        .map(operator -> " " + operator)
                        .collect(Collectors.joining())
                : "";
    }
}
