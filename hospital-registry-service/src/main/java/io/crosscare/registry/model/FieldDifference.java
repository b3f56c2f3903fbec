package io.crosscare.registry.model;

import org.jspecify.annotations.Nullable;

/**
 * One field that is not as it was.
 *
 * @param field as answers spell it
 * @param before null where there was nothing
 * @param after null where there is nothing now
 */
public record FieldDifference(
        String field, @Nullable String before, @Nullable String after) {}
