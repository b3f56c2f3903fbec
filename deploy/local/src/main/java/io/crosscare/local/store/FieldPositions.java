package io.crosscare.local.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where the documents are that have a certain value in one field. Elements of an array count each; nulls are left out. */
final class FieldPositions implements CandidateSource {

    private final String field;
    private final Map<KeyValue, NavigableSet<Long>> positions = new HashMap<>();

    FieldPositions(String field) {
        this.field = field;
    }

    void add(Document document, Long position) {
        for (KeyValue value : valuesIn(document)) {
            positions.computeIfAbsent(value, _ -> new TreeSet<>()).add(position);
        }
    }

    void remove(Document document, Long position) {
        for (KeyValue value : valuesIn(document)) {
            positions.computeIfPresent(value, (_, found) -> found.remove(position) && found.isEmpty() ? null : found);
        }
    }

    void replace(Document oldDocument, Document newDocument, Long position) {
        if (!valuesIn(oldDocument).equals(valuesIn(newDocument))) {
            remove(oldDocument, position);
            add(newDocument, position);
        }
    }

    int count() {
        return positions.size();
    }

    @Override
    public @Nullable Collection<Long> candidates(Conditions conditions) {
        List<KeyValue> admitted = conditions.admittedFor(field);
        if (admitted == null) {
            return null;
        }
        if (admitted.size() == 1) {
            return positions.getOrDefault(admitted.getFirst(), Collections.emptyNavigableSet());
        }
        NavigableSet<Long> union = new TreeSet<>();
        admitted.forEach(value -> union.addAll(positions.getOrDefault(value, Collections.emptyNavigableSet())));
        return union;
    }

    private Set<KeyValue> valuesIn(Document document) {
        Set<KeyValue> values = new HashSet<>();
        collect(Utils.getSubdocumentValueCollectionAware(document, field), values);
        return values;
    }

    private static void collect(@Nullable Object value, Set<KeyValue> values) {
        if (value instanceof Collection<?> elements) {
            elements.forEach(element -> collect(element, values));
        } else if (!Missing.isNullOrMissing(value)) {
            values.add(Conditions.key(value));
        }
    }
}
