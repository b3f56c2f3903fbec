package io.crosscare.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An index that admits every key once. Serves equality on all its fields whatever else the query says, and on its leading
 * field alone.
 */
final class UniqueIndex extends AbstractUniqueIndex<Long> implements CandidateSource {

    /** Beyond this, combining the lists of several {@code $in} costs more than the leading field alone. */
    private static final int COMBINATIONS_MAX = 10_000;

    private final Map<KeyValue, Long> positions = new HashMap<>();
    private final FieldPositions leading;

    UniqueIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.leading = new FieldPositions(keys.getFirst().getKey());
    }

    @Override
    public @Nullable Collection<Long> candidates(Conditions conditions) {
        List<KeyValue> admitted = admittedKeys(conditions);
        if (admitted != null) {
            return admitted.stream()
                    .map(positions::get)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        return isCompoundIndex() ? leading.candidates(conditions) : null;
    }

    private @Nullable List<KeyValue> admittedKeys(Conditions conditions) {
        List<List<Object>> combinations = List.of(List.of());
        for (IndexKey key : getKeys()) {
            List<KeyValue> admitted = conditions.admittedFor(key.getKey());
            if (admitted == null || (long) combinations.size() * admitted.size() > COMBINATIONS_MAX) {
                return null;
            }
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> combination : combinations) {
                for (KeyValue value : admitted) {
                    List<Object> extended = new ArrayList<>(combination);
                    extended.add(value.get(0));
                    longer.add(extended);
                }
            }
            combinations = longer;
        }
        return combinations.stream().map(KeyValue::new).toList();
    }

    @Override
    public synchronized void add(Document document, Long position, MongoCollection<Long> collection) {
        super.add(document, position, collection);
        if (isCompoundIndex()) {
            leading.add(document, position);
        }
    }

    @Override
    public synchronized @Nullable Long remove(Document document) {
        Long position = super.remove(document);
        if (position != null && isCompoundIndex()) {
            leading.remove(document, position);
        }
        return position;
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Long position) {
        return positions.putIfAbsent(key, position) == null;
    }

    @Override
    protected @Nullable Long removeDocument(KeyValue key) {
        return positions.remove(key);
    }

    @Override
    protected @Nullable Long getPosition(KeyValue key) {
        return positions.get(key);
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Long>> getIterable() {
        return positions.entrySet();
    }

    @Override
    public long getCount() {
        return positions.size();
    }

    @Override
    public long getDataSize() {
        return positions.size();
    }
}
