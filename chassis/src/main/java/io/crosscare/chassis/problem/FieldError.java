package io.crosscare.chassis.problem;

/**
 * One field of a request and the rule it breaks; never the value itself.
 *
 * @param field path as the caller wrote it, {@code lines[3].quantity}
 * @param rule stable name of the rule, {@code required}, {@code region-code}
 */
public record FieldError(String field, String rule, Text message) {}
