package io.crosscare.filing.batch.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row.
 *
 * @param row the line of the file, from 1
 * @param id of what was made or found; null where there is nothing
 * @param errors why it was refused; empty otherwise
 * @param warnings what should be known of it although it was done
 */
public record RowResult(
        int row, RowOutcome outcome, @Nullable String id, List<RowError> errors, List<RowWarning> warnings) {

    /** More than these say nothing more about a row. */
    private static final int ERRORS_MAX = 10;

    public RowResult {
        errors = List.copyOf(errors.subList(0, Math.min(errors.size(), ERRORS_MAX)));
        warnings = List.copyOf(warnings);
        if ((outcome == RowOutcome.REFUSED) == errors.isEmpty()) {
            throw new IllegalArgumentException("a refused row has errors, and no other has");
        }
    }

    public static RowResult done(int row, RowOutcome outcome, String id) {
        return new RowResult(row, outcome, id, List.of(), List.of());
    }

    public static RowResult refused(int row, List<RowError> errors) {
        return new RowResult(row, RowOutcome.REFUSED, null, errors, List.of());
    }

    /** The same, with what should be known of it. */
    public RowResult warning(List<RowWarning> of) {
        return new RowResult(row, outcome, id, errors, of);
    }

    public boolean isRefused() {
        return outcome == RowOutcome.REFUSED;
    }
}
