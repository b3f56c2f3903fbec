package io.crosscare.filing.batch.model;

import java.util.List;

/** How many rows came to what. */
public record Counts(long read, long added, long changed, long kept, long refused) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public Counts {
        if (read != added + changed + kept + refused) {
            throw new IllegalArgumentException("every row that was read has one outcome");
        }
    }

    public Counts plus(List<RowResult> results) {
        return new Counts(
                read + results.size(),
                added + count(results, RowOutcome.ADDED),
                changed + count(results, RowOutcome.CHANGED),
                kept + count(results, RowOutcome.KEPT),
                refused + count(results, RowOutcome.REFUSED));
    }

    private static long count(List<RowResult> results, RowOutcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
