package io.crosscare.simulator.store;

import io.crosscare.chassis.mongo.Index;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.jspecify.annotations.Nullable;

/** Collections of documents by id. What is put in stays as it is: a change puts in another document. */
public final class Tables {

    static final String ID = "_id";

    private final Map<String, TreeMap<String, BsonDocument>> collections = new TreeMap<>();
    private final List<Index> registers;
    private final StoreFlaws flaws;
    private final List<Change> changes = new ArrayList<>();

    Tables(List<Index> registers, StoreFlaws flaws) {
        this.registers = registers.stream().filter(Index::isUnique).toList();
        this.flaws = flaws;
    }

    /**
     * What is there now under an id.
     *
     * @param document null where nothing is
     */
    record Change(String collection, String id, @Nullable BsonDocument document) {}

    Collection<BsonDocument> all(String collection) {
        return of(collection).values();
    }

    @Nullable
    BsonDocument byId(String collection, String id) {
        return of(collection).get(id);
    }

    /**
     * Puts in a new document.
     *
     * @return the register it would break; null when it is in
     */
    @Nullable
    String insert(String collection, BsonDocument document) {
        if (of(collection).containsKey(idOf(document)) && !flaws.overwrites(collection)) {
            return "_id_";
        }
        return put(collection, document);
    }

    /** Puts a document in the place of the one with its id; as {@link #insert}. */
    @Nullable
    String replace(String collection, BsonDocument document) {
        return put(collection, document);
    }

    void delete(String collection, BsonDocument document) {
        of(collection).remove(idOf(document));
        changes.add(new Change(collection, idOf(document), null));
    }

    private @Nullable String put(String collection, BsonDocument document) {
        for (Index register : registers) {
            if (register.collection().equals(collection)
                    && flaws.keeps(register, document)
                    && isTaken(register, document)) {
                return register.name();
            }
        }
        of(collection).put(idOf(document), document);
        changes.add(new Change(collection, idOf(document), document));
        return null;
    }

    private boolean isTaken(Index register, BsonDocument document) {
        String id = idOf(document);
        return of(register.collection()).values().stream()
                .filter(other -> !idOf(other).equals(id))
                .anyMatch(other -> register.fields().stream().allMatch(field -> isSame(other, document, field)));
    }

    private static boolean isSame(BsonDocument one, BsonDocument other, String field) {
        return Matching.equal(one.get(field, BsonNull.VALUE), other.get(field, BsonNull.VALUE));
    }

    /** What has changed since this was last asked. */
    List<Change> takeChanges() {
        List<Change> taken = List.copyOf(changes);
        changes.clear();
        return taken;
    }

    void take(List<Change> others) {
        for (Change change : others) {
            BsonDocument document = change.document();
            if (document == null) {
                of(change.collection()).remove(change.id());
            } else {
                of(change.collection()).put(change.id(), document);
            }
        }
    }

    /** Becomes what other tables are. */
    void become(Tables others) {
        collections.clear();
        others.collections.forEach((name, documents) -> collections.put(name, new TreeMap<>(documents)));
        changes.clear();
    }

    private Map<String, BsonDocument> of(String collection) {
        return collections.computeIfAbsent(collection, _ -> new TreeMap<>());
    }

    private static String idOf(BsonDocument document) {
        return document.getString(ID).getValue();
    }
}
