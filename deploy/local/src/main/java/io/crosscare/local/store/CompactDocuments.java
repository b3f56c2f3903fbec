package io.crosscare.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes documents small that stay in memory: a document that was read from the wire or the journal has its own copy of every
 * field name and of every short text that thousands of others have too. Half of the heap went there.
 */
final class CompactDocuments {

    private static final int TEXT_LENGTH_MAX = 24;
    private static final int SLOTS = 1 << 14;

    static final CompactDocuments SHARED = new CompactDocuments();

    /** The text last seen in a slot, shared until another one comes by. Races only cost a copy. */
    private final @Nullable String[] seen = new String[SLOTS];

    private CompactDocuments() {}

    /** An equal document that shares its texts. */
    Document copy(Document document) {
        Document copy = new Document();
        document.forEach((field, value) -> copy.put(shared(field), compact(value)));
        return copy;
    }

    /** The same of a document that has been changed in place. */
    void compactInPlace(Document document) {
        for (Map.Entry<String, Object> field : document.entrySet()) {
            field.setValue(compact(field.getValue()));
        }
    }

    private @Nullable Object compact(@Nullable Object value) {
        return switch (value) {
            case Document nested -> copy(nested);
            case List<?> elements -> copyOf(elements);
            case String text when text.length() <= TEXT_LENGTH_MAX -> shared(text);
            case null, default -> value;
        };
    }

    private Collection<@Nullable Object> copyOf(List<?> elements) {
        Collection<@Nullable Object> copy = new ArrayList<>(elements.size());
        elements.forEach(element -> copy.add(compact(element)));
        return copy;
    }

    private String shared(String text) {
        int slot = (text.hashCode() * 0x9E3779B9) >>> 18;
        String last = seen[slot];
        if (last != null && last.equals(text)) {
            return last;
        }
        seen[slot] = text;
        return text;
    }
}
