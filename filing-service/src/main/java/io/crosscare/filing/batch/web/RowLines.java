package io.crosscare.filing.batch.web;

import io.crosscare.filing.batch.Batches.Block;
import io.crosscare.filing.batch.model.CsvText;
import io.crosscare.filing.batch.model.RowError;
import io.crosscare.filing.batch.model.RowResult;
import io.crosscare.filing.batch.model.RowWarning;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Results of rows as lines of a CSV file: a line for each thing that is wrong. Begins with a mark by which Excel knows UTF-8. */
enum RowLines {
    /** Refused rows alone. */
    ERRORS {
        @Override
        List<String> headings() {
            return List.of("row", "field", "rule", "messageZh", "message");
        }

        @Override
        Stream<List<String>> cellsOf(RowResult result) {
            return result.errors().stream().map(error -> cells(List.of(row(result)), rule(error)));
        }
    },
    /** Every row, with the filing that was made of it, or the condition and the filing that stand in its way. */
    FILINGS {
        @Override
        List<String> headings() {
            return cells(
                    headingsWith("filingId"),
                    List.of(
                            "condition",
                            "conditionEn",
                            "source",
                            "mark",
                            "existingFilingId",
                            "warningsZh",
                            "warnings"));
        }

        @Override
        Stream<List<String>> cellsOf(RowResult result) {
            return errorsOf(result)
                    .map(error -> cells(outcome(result), cells(rule(error), ground(error))))
                    .map(line -> cells(line, warnings(result)));
        }
    },
    /** Every row, with the person it speaks of. */
    PERSONS {
        @Override
        List<String> headings() {
            return headingsWith("personId");
        }

        @Override
        Stream<List<String>> cellsOf(RowResult result) {
            return errorsOf(result).map(error -> cells(outcome(result), rule(error)));
        }
    };

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final RowError NO_ERROR = new RowError("", "", "", "");
    private static final RowError.Ground NO_GROUND = new RowError.Ground("", "", "", "");

    abstract List<String> headings();

    abstract Stream<List<String>> cellsOf(RowResult result);

    String head() {
        return BYTE_ORDER_MARK + CsvText.line(headings());
    }

    String linesOf(Block block) {
        return block.results().stream()
                .flatMap(this::cellsOf)
                .map(CsvText::line)
                .collect(Collectors.joining());
    }

    private static List<String> headingsWith(String id) {
        return List.of("row", "outcome", id, "field", "rule", "messageZh", "message");
    }

    private static Stream<RowError> errorsOf(RowResult result) {
        return result.errors().isEmpty() ? Stream.of(NO_ERROR) : result.errors().stream();
    }

    private static List<String> outcome(RowResult result) {
        return List.of(row(result), result.outcome().name(), orEmpty(result.id()));
    }

    private static List<String> rule(RowError error) {
        return List.of(error.field(), error.rule(), error.zh(), error.en());
    }

    private static List<String> ground(RowError error) {
        RowError.Ground given = error.ground();
        RowError.Ground ground = given == null ? NO_GROUND : given;
        return List.of(ground.zh(), ground.en(), ground.source(), ground.mark(), orEmpty(error.inTheWay()));
    }

    private static List<String> warnings(RowResult result) {
        return List.of(
                result.warnings().stream().map(RowWarning::zh).collect(Collectors.joining("；")),
                result.warnings().stream().map(RowWarning::en).collect(Collectors.joining("; ")));
    }

    private static List<String> cells(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static String row(RowResult result) {
        return Integer.toString(result.row());
    }

    private static String orEmpty(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
