package io.crosscare.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a collection in the order of their {@code _id}, for those who page through it. Built when somebody first
 * asks, so that a start does not pay for it, and kept up from then on. Only ids that are strings have an order here: a
 * collection with another id has none.
 */
final class IdOrder {

    private static final String ID = "_id";

    private final Map<Long, Document> documents;
    private @Nullable NavigableMap<String, Long> positions;
    private boolean hasOtherIds;

    /** Reads the documents, whose changes it must be told. */
    IdOrder(Map<Long, Document> documents) {
        this.documents = documents;
    }

    /** Positions of the documents by id, or null where not every id is a string. */
    @Nullable
    NavigableMap<String, Long> positions() {
        if (positions == null && !hasOtherIds) {
            positions = new TreeMap<>();
            documents.forEach((position, document) -> add(document, position));
        }
        return positions;
    }

    void add(Document document, Long position) {
        if (positions == null) {
            return;
        }
        if (document.get(ID) instanceof String id) {
            positions.put(id, position);
        } else {
            hasOtherIds = true;
            positions = null;
        }
    }

    void remove(Document document) {
        if (positions != null && document.get(ID) instanceof String id) {
            positions.remove(id);
        }
    }

    /** All documents are gone. */
    void clear() {
        positions = null;
        hasOtherIds = false;
    }
}
