package io.crosscare.registry.keeping;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.registry.model.FieldDifference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an import did, or would do: exact counts, and the rows that matter, as many as a person can look through. */
public final class ImportReport {

    /** Rows listed at most; all are counted. */
    public static final int ROWS_MAX = 1_000;

    private final List<Row> listed = new ArrayList<>();
    private long added;
    private long changed;
    private long unchanged;
    private long refused;

    /** What becomes of a row. */
    public enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /**
     * A row that is not as the registry has it.
     *
     * @param number of the line in the file, the header being 1
     * @param code null where it is no institution code
     * @param differences what is new
     * @param errors rules it breaks, when it is refused
     */
    public record Row(
            long number,
            Outcome outcome,
            @Nullable String code,
            List<FieldDifference> differences,
            List<FieldError> errors) {

        static Row refused(long number, @Nullable String code, List<FieldError> errors) {
            return new Row(number, Outcome.REFUSED, code, List.of(), errors);
        }
    }

    void count(Row row) {
        switch (row.outcome()) {
            case ADDED -> added++;
            case CHANGED -> changed++;
            case UNCHANGED -> unchanged++;
            case REFUSED -> refused++;
        }
        if (row.outcome() != Outcome.UNCHANGED && listed.size() < ROWS_MAX) {
            listed.add(row);
        }
    }

    public long added() {
        return added;
    }

    public long changed() {
        return changed;
    }

    public long unchanged() {
        return unchanged;
    }

    public long refused() {
        return refused;
    }

    /** In the order of the file, without those that change nothing. */
    public List<Row> listed() {
        return List.copyOf(listed);
    }

    /** Whether there are more such rows than are listed. */
    public boolean isCutShort() {
        return added + changed + refused > listed.size();
    }
}
