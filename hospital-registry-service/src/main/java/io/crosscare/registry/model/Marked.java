package io.crosscare.registry.model;

/** A value with the mark that must be shown beside it. */
public record Marked<T>(T value, Mark mark) {}
