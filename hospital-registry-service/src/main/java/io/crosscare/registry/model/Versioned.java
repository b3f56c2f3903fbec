package io.crosscare.registry.model;

/**
 * A record as the registry holds it.
 *
 * @param version 1 when it was first recorded, one more at every real change
 */
public record Versioned<T>(T value, long version) {}
