package io.crosscare.local.store;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the journal says every collection holds. Collections take their documents out of it when they are opened. */
final class JournalImage implements EffectVisitor {

    private final DocumentReader reader = new DocumentReader();
    private final Map<String, NavigableMap<Long, Document>> collections = new HashMap<>();

    @Override
    public void put(String namespace, long position, ByteBuf document, int place) {
        documentsOf(namespace).put(position, reader.read(document));
    }

    @Override
    public void delete(String namespace, long position) {
        documentsOf(namespace).remove(position);
    }

    @Override
    public void drop(String namespace) {
        collections.remove(namespace);
    }

    @Override
    public void rename(String namespace, String newNamespace) {
        collections.put(newNamespace, take(namespace));
    }

    /** The documents of a collection by position, empty for an unknown one; the image gives them away. */
    NavigableMap<Long, Document> take(String namespace) {
        NavigableMap<Long, Document> documents = collections.remove(namespace);
        return documents == null ? new TreeMap<>() : documents;
    }

    /** The databases that have a document in the image. */
    Set<String> databaseNames() {
        return collections.entrySet().stream()
                .filter(collection -> !collection.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .map(namespace -> namespace.substring(0, namespace.indexOf('.')))
                .collect(Collectors.toUnmodifiableSet());
    }

    private NavigableMap<Long, Document> documentsOf(String namespace) {
        return collections.computeIfAbsent(namespace, _ -> new TreeMap<>());
    }
}
