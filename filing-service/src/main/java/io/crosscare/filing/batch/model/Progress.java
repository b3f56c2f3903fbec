package io.crosscare.filing.batch.model;

/**
 * How far into the file everything is done.
 *
 * @param lines that are not blank, the header among them
 * @param content a keyed fingerprint of exactly those lines, by which the same file is known again
 * @param counts of the rows in them
 */
public record Progress(int lines, String content, Counts counts) {

    public static final Progress NONE = new Progress(0, "", Counts.NONE);
}
