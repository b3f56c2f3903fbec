package io.crosscare.chassis.mongo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Reads fields of a document that may hold anything: what is missing or of another type is empty, never an error. */
public record RawFields(BsonDocument document) {

    /** Keeps ids readable that are no strings. */
    public String id() {
        BsonValue id = document.get("_id");
        return id != null && id.isString() ? id.asString().getValue() : String.valueOf(id);
    }

    public String text(String field) {
        return textOf(document.get(field));
    }

    /** Null where there is no text. */
    public @Nullable String optionalText(String field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }

    public long number(String field) {
        return whole(document.get(field));
    }

    public @Nullable Instant instant(String field) {
        BsonValue value = document.get(field);
        return value != null && value.getBsonType() == BsonType.DATE_TIME
                ? Instant.ofEpochMilli(value.asDateTime().getValue())
                : null;
    }

    /** The whole numbers of a map. */
    public Map<String, Long> numbers(String field) {
        Map<String, Long> numbers = new HashMap<>();
        part(field).document().forEach((key, number) -> {
            if (isWhole(number)) {
                numbers.put(key, whole(number));
            }
        });
        return numbers;
    }

    /** An embedded document. */
    public RawFields part(String field) {
        BsonValue value = document.get(field);
        return new RawFields(value != null && value.isDocument() ? value.asDocument() : new BsonDocument());
    }

    /** The embedded documents of a list. */
    public List<RawFields> parts(String field) {
        return elements(field).stream()
                .filter(BsonValue::isDocument)
                .map(element -> new RawFields(element.asDocument()))
                .toList();
    }

    public List<String> texts(String field) {
        return elements(field).stream()
                .filter(BsonValue::isString)
                .map(RawFields::textOf)
                .toList();
    }

    private List<BsonValue> elements(String field) {
        BsonValue value = document.get(field);
        return value != null && value.isArray() ? value.asArray().getValues() : List.of();
    }

    private static String textOf(@Nullable BsonValue value) {
        return value != null && value.isString() ? value.asString().getValue() : "";
    }

    private static boolean isWhole(BsonValue value) {
        return value.isInt64() || value.isInt32();
    }

    private static long whole(@Nullable BsonValue value) {
        return value != null && isWhole(value) ? value.asNumber().longValue() : 0;
    }
}
