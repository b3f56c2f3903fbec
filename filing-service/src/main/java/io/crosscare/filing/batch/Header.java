package io.crosscare.filing.batch;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.Text;
import io.crosscare.filing.batch.model.RowError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which column stands where in a CSV file, as its first line says. */
record Header(List<Column> columns) {

    private static final Text UNKNOWN = Text.of("没有这一列", "there is no such column");
    private static final Text REPEATED = Text.of("同一列只能出现一次", "must name each column once");
    private static final Text MISSING = Text.of("表头缺少这一列", "is missing in the first line");

    Header {
        columns = List.copyOf(columns);
    }

    /** What is wrong with a first line, by column; empty where all is well. */
    static List<FieldError> check(List<String> headings, List<Column> known) {
        List<FieldError> errors = new ArrayList<>();
        Set<Column> seen = new HashSet<>();
        for (int i = 0; i < headings.size(); i++) {
            Column column = find(headings.get(i), known);
            if (column == null) {
                errors.add(new FieldError("header[" + i + "]", "unknown-column", UNKNOWN));
            } else if (!seen.add(column)) {
                errors.add(new FieldError(column.name(), "repeated-column", REPEATED));
            }
        }
        known.stream()
                .filter(column -> column.isRequired() && !seen.contains(column))
                .forEach(column -> errors.add(new FieldError(column.name(), "missing-column", MISSING)));
        return errors;
    }

    static Header of(List<String> headings, List<Column> known) {
        List<Column> columns = new ArrayList<>();
        for (String heading : headings) {
            Column column = find(heading, known);
            if (column == null) {
                throw new IllegalArgumentException("check the first line first");
            }
            columns.add(column);
        }
        return new Header(columns);
    }

    /** What is wrong with the row as a whole; null where its cells can be read. */
    @Nullable
    RowError check(List<String> cells) {
        return cells.size() == columns.size()
                ? null
                : RowError.ofRow("cell-count", "列数与表头不一致", "has another number of cells than the first line");
    }

    RowText.Cells read(List<String> cells) {
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                byColumn.put(columns.get(i).name(), cells.get(i));
            }
        }
        return new RowText.Cells(byColumn);
    }

    private static @Nullable Column find(String heading, List<Column> known) {
        return known.stream()
                .filter(column -> column.isCalled(heading))
                .findFirst()
                .orElse(null);
    }
}
