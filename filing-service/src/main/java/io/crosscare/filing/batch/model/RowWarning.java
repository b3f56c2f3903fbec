package io.crosscare.filing.batch.model;

/**
 * Something to know of a row that was done; it refuses nothing.
 *
 * @param code stable name of what it is about
 */
public record RowWarning(String code, String zh, String en) {}
