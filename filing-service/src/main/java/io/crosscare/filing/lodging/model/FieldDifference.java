package io.crosscare.filing.lodging.model;

import org.jspecify.annotations.Nullable;

/**
 * One field of a filing that a step of its history has changed.
 *
 * @param field as answers spell it, {@code promise.state}
 * @param before null where there was nothing
 * @param after null where there is nothing now
 */
public record FieldDifference(
        String field, @Nullable String before, @Nullable String after) {}
