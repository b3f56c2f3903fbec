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

/**
 * Where the documents are that have certain values in certain fields. Elements of an array count each; a document with a null in
 * one of the fields is left out.
 */
final class FieldPositions implements CandidateSource {

    /** Beyond this, combining the lists of several {@code $in} costs more than fewer fields alone. */
    static final int COMBINATIONS_MAX = 10_000;

    private final List<String> fields;
    private final PlainKey plainKey;

    /** A key has one position, a {@link Long}, or several, a {@link TreeSet} of them: most have one, and a set is large. */
    private final Map<KeyValue, Object> positions = new HashMap<>();

    FieldPositions(List<String> fields) {
        this.fields = fields;
        this.plainKey = new PlainKey(fields);
    }

    void add(Document document, Long position) {
        keysIn(document).forEach(key -> positions.merge(key, position, FieldPositions::with));
    }

    void remove(Document document, Long position) {
        keysIn(document).forEach(key -> positions.computeIfPresent(key, (_, found) -> without(found, position)));
    }

    void replace(Document oldDocument, Document newDocument, Long position) {
        if (!keysIn(oldDocument).equals(keysIn(newDocument))) {
            remove(oldDocument, position);
            add(newDocument, position);
        }
    }

    int count() {
        return positions.size();
    }

    @Override
    public @Nullable Collection<Long> candidates(Conditions conditions) {
        List<KeyValue> admitted = LeadingFields.admittedKeys(fields, conditions, COMBINATIONS_MAX);
        if (admitted == null) {
            return null;
        }
        if (admitted.size() == 1) {
            return at(admitted.getFirst());
        }
        NavigableSet<Long> union = new TreeSet<>();
        admitted.forEach(key -> union.addAll(at(key)));
        return union;
    }

    private Collection<Long> at(KeyValue key) {
        return switch (positions.get(key)) {
            case null -> List.of();
            case Long one -> List.of(one);
            case Object several -> Collections.unmodifiableCollection(set(several));
        };
    }

    private static Object with(Object found, Object position) {
        NavigableSet<Long> several = found instanceof Long one ? new TreeSet<>(List.of(one)) : set(found);
        several.add((Long) position);
        return several;
    }

    private static @Nullable Object without(Object found, Long position) {
        if (found instanceof Long) {
            return found.equals(position) ? null : found;
        }
        NavigableSet<Long> several = set(found);
        several.remove(position);
        return several.size() == 1 ? several.first() : several;
    }

    @SuppressWarnings("unchecked") // nothing else is ever put there
    private static NavigableSet<Long> set(Object several) {
        return (NavigableSet<Long>) several;
    }

    private Set<KeyValue> keysIn(Document document) {
        KeyValue plain = plainKey.in(document);
        if (plain != null) {
            return Set.of(plain);
        }
        return new HashSet<>(LeadingFields.keysOf(
                fields.stream().map(field -> valuesIn(document, field)).toList()));
    }

    private static Collection<KeyValue> valuesIn(Document document, String field) {
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
