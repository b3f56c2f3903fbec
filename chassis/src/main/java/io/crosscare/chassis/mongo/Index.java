package io.crosscare.chassis.mongo;

import java.util.List;

/**
 * One index of a collection, ascending on its fields. Unique indexes are full, never partial or sparse, and are queried by
 * exactly their fields; others serve equality on their leading fields.
 */
public record Index(String collection, List<String> fields, boolean isUnique) {

    public static Index unique(String collection, String... fields) {
        return new Index(collection, List.of(fields), true);
    }

    public static Index on(String collection, String... fields) {
        return new Index(collection, List.of(fields), false);
    }

    /** The name it has in the store, by which a duplicate is recognised: {@code b_1_p_1_key_1}. */
    public String name() {
        return String.join("_1_", fields) + "_1";
    }
}
