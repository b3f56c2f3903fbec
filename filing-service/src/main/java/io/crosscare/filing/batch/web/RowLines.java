package io.crosscare.filing.batch.web;

import io.crosscare.filing.batch.Batches.Block;
import io.crosscare.filing.batch.model.CsvText;
import io.crosscare.filing.batch.model.RowError;
import io.crosscare.filing.batch.model.RowResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            return result.errors().stream()
                    .map(error -> List.of(row(result), error.field(), error.rule(), error.zh(), error.en()));
        }
    },
    /** Every row, with the filing that was made of it. */
    FILINGS {
        @Override
        List<String> headings() {
            return headingsWith("filingId");
        }

        @Override
        Stream<List<String>> cellsOf(RowResult result) {
            return resultOf(result);
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
            return resultOf(result);
        }
    };

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<RowError> NO_ERROR = List.of(new RowError("", "", "", ""));

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

    private static Stream<List<String>> resultOf(RowResult result) {
        String id = result.id();
        List<RowError> errors = result.errors().isEmpty() ? NO_ERROR : result.errors();
        return errors.stream()
                .map(error -> List.of(
                        row(result),
                        result.outcome().name(),
                        id == null ? "" : id,
                        error.field(),
                        error.rule(),
                        error.zh(),
                        error.en()));
    }

    private static String row(RowResult result) {
        return Integer.toString(result.row());
    }
}
