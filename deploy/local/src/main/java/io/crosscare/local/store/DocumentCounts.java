package io.crosscare.local.store;

import io.netty.buffer.ByteBuf;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many documents every collection holds. Each one is read as a start of the store reads it, and then forgotten. */
final class DocumentCounts implements EffectVisitor {

    private static final String DEFINITIONS = ".system.";

    private final DocumentReader reader = new DocumentReader();
    private final Map<String, Set<Long>> collections = new HashMap<>();

    @Override
    public void put(String namespace, long position, ByteBuf document, int place) {
        reader.read(document);
        positionsOf(namespace).add(position);
    }

    @Override
    public void delete(String namespace, long position) {
        positionsOf(namespace).remove(position);
    }

    @Override
    public void drop(String namespace) {
        collections.remove(namespace);
    }

    @Override
    public void rename(String namespace, String newNamespace) {
        Set<Long> positions = collections.remove(namespace);
        collections.put(newNamespace, positions == null ? new HashSet<>() : positions);
    }

    /** By {@code database.collection}, sorted; without definitions of collections and indexes, and without empty ones. */
    Map<String, Integer> byCollection() {
        Map<String, Integer> counts = new TreeMap<>();
        collections.forEach((namespace, positions) -> {
            if (!positions.isEmpty() && !namespace.contains(DEFINITIONS)) {
                counts.put(namespace, positions.size());
            }
        });
        return counts;
    }

    private Set<Long> positionsOf(String namespace) {
        return collections.computeIfAbsent(namespace, _ -> new HashSet<>());
    }
}
