package io.crosscare.filing.batch.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a row; never the value itself.
 *
 * @param field of the row; {@code row} for the row as a whole
 * @param rule stable name of the rule
 * @param ground the condition that a refusal rests on; null for a rule of form
 * @param inTheWay id of what stands in the way; null where nothing does
 */
public record RowError(
        String field,
        String rule,
        String zh,
        String en,
        @Nullable Ground ground,
        @Nullable String inTheWay) {

    /** Stands for the whole row where a field would stand. */
    public static final String ROW = "row";

    /**
     * The condition a refusal rests on, as a single refusal names it.
     *
     * @param source where it is stated
     * @param mark how well it is founded
     */
    public record Ground(String zh, String en, String source, String mark) {}

    /** A rule of form that is broken. */
    public RowError(String field, String rule, String zh, String en) {
        this(field, rule, zh, en, null, null);
    }

    public static RowError ofRow(String rule, String zh, String en) {
        return new RowError(ROW, rule, zh, en);
    }

    /** The same, resting on a condition. */
    public RowError on(Ground condition) {
        return new RowError(field, rule, zh, en, condition, inTheWay);
    }

    /** The same, because of something that is there already. */
    public RowError becauseOf(String id) {
        return new RowError(field, rule, zh, en, ground, id);
    }
}
