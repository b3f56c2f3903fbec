package io.crosscare.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the journal says every collection holds. Collections take their documents out of it when they are opened. */
final class JournalImage {

    private final Map<String, NavigableMap<Long, Document>> collections = new HashMap<>();

    void apply(Effect effect) {
        switch (effect) {
            case Effect.Put put -> documentsOf(put.namespace()).put(put.position(), put.document());
            case Effect.Delete delete -> documentsOf(delete.namespace()).remove(delete.position());
            case Effect.Drop drop -> collections.remove(drop.namespace());
            case Effect.Rename rename -> collections.put(rename.newNamespace(), take(rename.namespace()));
        }
    }

    /** The documents of a collection by position, empty for an unknown one; the image gives them away. */
    NavigableMap<Long, Document> take(String namespace) {
        NavigableMap<Long, Document> documents = collections.remove(namespace);
        return documents == null ? new TreeMap<>() : documents;
    }

    /** The databases that have a collection in the image. */
    Set<String> databaseNames() {
        return collections.keySet().stream()
                .map(namespace -> namespace.substring(0, namespace.indexOf('.')))
                .collect(Collectors.toUnmodifiableSet());
    }

    private NavigableMap<Long, Document> documentsOf(String namespace) {
        return collections.computeIfAbsent(namespace, _ -> new TreeMap<>());
    }
}
