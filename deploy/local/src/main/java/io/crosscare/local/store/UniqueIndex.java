package io.crosscare.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An index that admits every key once. Serves equality on all its fields, or on its leading ones, whatever else the query says.
 */
final class UniqueIndex extends AbstractUniqueIndex<Long> implements CandidateSource {

    private final Map<KeyValue, Long> positions = new HashMap<>();
    private final LeadingFields leading;
    private final List<String> fields;
    private final PlainKey plainKey;

    UniqueIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.leading = new LeadingFields(keys, keys.size() - 1);
        this.fields = keys.stream().map(IndexKey::getKey).toList();
        this.plainKey = new PlainKey(fields);
    }

    @Override
    public @Nullable Collection<Long> candidates(Conditions conditions) {
        List<KeyValue> admitted = LeadingFields.admittedKeys(fields, conditions, FieldPositions.COMBINATIONS_MAX);
        if (admitted != null) {
            return admitted.stream()
                    .map(positions::get)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        return leading.candidates(conditions);
    }

    @Override
    public synchronized void add(Document document, Long position, MongoCollection<Long> collection) {
        KeyValue plain = plainKey.in(document);
        if (plain == null || positions.putIfAbsent(plain, position) != null) {
            super.add(document, position, collection);
        }
        leading.add(document, position);
    }

    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Long> collection) {
        KeyValue plain = plainKey.in(document);
        if (plain == null || positions.containsKey(plain)) {
            super.checkAdd(document, collection);
        }
    }

    @Override
    public synchronized @Nullable Long remove(Document document) {
        Long position = super.remove(document);
        if (position != null) {
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
