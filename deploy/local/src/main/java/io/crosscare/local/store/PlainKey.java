package io.crosscare.local.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key of a document in an index where that is simple, as it nearly always is: every field directly in the document and of one
 * value. The general way costs ten times as much, which a start with many documents feels.
 */
final class PlainKey {

    private final List<String> fields;
    private final boolean isDirect;

    PlainKey(List<String> fields) {
        this.fields = List.copyOf(fields);
        this.isDirect = fields.stream().noneMatch(field -> field.contains("."));
    }

    /** The one key, as indexes compare it, or null where the general way must be gone. */
    @Nullable
    KeyValue in(Document document) {
        if (!isDirect) {
            return null;
        }
        List<Object> values = new ArrayList<>(fields.size());
        boolean isNormal = true;
        for (String field : fields) {
            switch (document.get(field)) {
                case String text -> values.add(text);
                case Number number -> {
                    values.add(number);
                    isNormal = false;
                }
                case Boolean truth -> values.add(truth);
                case ObjectId id -> values.add(id);
                case Instant instant -> values.add(instant);
                case null, default -> {
                    return null;
                }
            }
        }
        KeyValue key = new KeyValue(values);
        return isNormal ? key : key.normalized();
    }
}
