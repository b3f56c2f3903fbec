package io.crosscare.local.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the documents are that have certain values in the first fields of an index: in the first one, in the first two, and so
 * on. Serves equality on as many of them as a query gives, from the first on without a gap.
 */
final class LeadingFields implements CandidateSource {

    /** The longest first. */
    private final List<FieldPositions> prefixes;

    /** Takes the first fields of the index, so many. */
    LeadingFields(List<IndexKey> keys, int count) {
        List<FieldPositions> longestFirst = new ArrayList<>();
        for (int length = count; length > 0; length--) {
            longestFirst.add(new FieldPositions(
                    keys.subList(0, length).stream().map(IndexKey::getKey).toList()));
        }
        this.prefixes = List.copyOf(longestFirst);
    }

    void add(Document document, Long position) {
        prefixes.forEach(prefix -> prefix.add(document, position));
    }

    void remove(Document document, Long position) {
        prefixes.forEach(prefix -> prefix.remove(document, position));
    }

    void replace(Document oldDocument, Document newDocument, Long position) {
        prefixes.forEach(prefix -> prefix.replace(oldDocument, newDocument, position));
    }

    /** How many values the whole of the fields has. */
    int count() {
        return prefixes.isEmpty() ? 0 : prefixes.getFirst().count();
    }

    @Override
    public @Nullable Collection<Long> candidates(Conditions conditions) {
        for (FieldPositions prefix : prefixes) {
            Collection<Long> candidates = prefix.candidates(conditions);
            if (candidates != null) {
                return candidates;
            }
        }
        return null;
    }

    /** Every way to take one of the admitted values for each field, or null where a field is free or the ways are too many. */
    static @Nullable List<KeyValue> admittedKeys(List<String> fields, Conditions conditions, int max) {
        List<List<Object>> combinations = List.of(List.of());
        for (String field : fields) {
            List<KeyValue> admitted = conditions.admittedFor(field);
            if (admitted == null || (long) combinations.size() * admitted.size() > max) {
                return null;
            }
            combinations = extended(combinations, admitted);
        }
        return combinations.stream().map(KeyValue::new).toList();
    }

    private static List<List<Object>> extended(List<List<Object>> combinations, Collection<KeyValue> values) {
        List<List<Object>> longer = new ArrayList<>(combinations.size() * values.size());
        for (List<Object> combination : combinations) {
            for (KeyValue value : values) {
                List<Object> next = new ArrayList<>(combination);
                next.add(value.get(0));
                longer.add(next);
            }
        }
        return longer;
    }

    /** Every key a document has in these fields: several where one holds an array, none where one holds nothing. */
    static List<KeyValue> keysOf(List<Collection<KeyValue>> valuesByField) {
        List<List<Object>> combinations = List.of(List.of());
        for (Collection<KeyValue> values : valuesByField) {
            combinations = extended(combinations, values);
        }
        return combinations.stream().map(KeyValue::new).toList();
    }
}
