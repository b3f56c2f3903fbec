package io.crosscare.filing.batch.model;

/**
 * One thing that is wrong with a row; never the value itself.
 *
 * @param field of the row; {@code row} for the row as a whole
 * @param rule stable name of the rule
 */
public record RowError(String field, String rule, String zh, String en) {

    /** Stands for the whole row where a field would stand. */
    public static final String ROW = "row";

    public static RowError ofRow(String rule, String zh, String en) {
        return new RowError(ROW, rule, zh, en);
    }
}
