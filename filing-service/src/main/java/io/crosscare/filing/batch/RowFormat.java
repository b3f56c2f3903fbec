package io.crosscare.filing.batch;

/** How the rows of a file are written. */
public enum RowFormat {
    CSV,
    NDJSON
}
