package io.crosscare.filing.batch.web;

import io.crosscare.filing.batch.model.BatchKind;
import io.crosscare.filing.batch.model.RowError;
import io.crosscare.filing.batch.model.RowResult;
import io.crosscare.filing.batch.model.RowWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of rows, in the order of the file.
 *
 * @param items 本页 · the results of the rows
 */
record RowsResponse(List<RowResponse> items, @Nullable String nextCursor) {

    /**
     * What became of one row.
     *
     * @param row 行号 · the line of the file, from 1, the header counted
     * @param outcome 办理结果 · what became of the row, {@link io.crosscare.filing.batch.model.RowOutcome}
     * @param filingId 备案标识 · of the filing that was lodged; absent where none was
     * @param personId 参保人标识 · of the person that was taken over; absent where none was
     * @param errors 错误 · why it was refused; empty otherwise
     * @param warnings 提示 · what should be known of it although it was done; absent where there is nothing to say
     */
    record RowResponse(
            int row,
            String outcome,
            @Nullable String filingId,
            @Nullable String personId,
            List<RowErrorResponse> errors,
            @Nullable List<RowWarningResponse> warnings) {

        private static RowResponse of(BatchKind kind, RowResult result) {
            return new RowResponse(
                    result.row(),
                    result.outcome().name(),
                    kind == BatchKind.FILING_BATCH ? result.id() : null,
                    kind == BatchKind.INSURED_PERSON_IMPORT ? result.id() : null,
                    result.errors().stream().map(RowErrorResponse::of).toList(),
                    result.warnings().isEmpty()
                            ? null
                            : result.warnings().stream()
                                    .map(RowWarningResponse::of)
                                    .toList());
        }
    }

    /**
     * Something to know of a row.
     *
     * @param code 提示代码 · what it is about, {@link io.crosscare.filing.lodging.model.FilingWarningCode}
     * @param zh 中文 · in Chinese
     * @param en 英文 · in English
     */
    record RowWarningResponse(String code, String zh, String en) {

        private static RowWarningResponse of(RowWarning warning) {
            return new RowWarningResponse(warning.code(), warning.zh(), warning.en());
        }
    }

    /**
     * One thing that is wrong with a row; never the value.
     *
     * @param field 列 · the column; {@code row} for the row as a whole
     * @param rule 规则 · its stable name
     * @param message 说明（英文） · the rule in words
     * @param messageZh 说明 · the rule in words, in Chinese
     * @param condition 条件 · the condition that is not met; absent for a rule of form
     * @param conditionEn 条件（英文） · the same in English
     * @param source 出处 · where the condition is stated; absent for a rule of form
     * @param mark 依据标记 · how well the condition is founded; absent for a rule of form
     * @param filingId 备案标识 · of the filing that stands in the way; absent where none does
     */
    record RowErrorResponse(
            String field,
            String rule,
            String message,
            String messageZh,
            @Nullable String condition,
            @Nullable String conditionEn,
            @Nullable String source,
            @Nullable String mark,
            @Nullable String filingId) {

        private static RowErrorResponse of(RowError error) {
            RowError.Ground ground = error.ground();
            return new RowErrorResponse(
                    error.field(),
                    error.rule(),
                    error.en(),
                    error.zh(),
                    ground == null ? null : ground.zh(),
                    ground == null ? null : ground.en(),
                    ground == null ? null : ground.source(),
                    ground == null ? null : ground.mark(),
                    error.inTheWay());
        }
    }

    /** The page of so many, made from one more if there is one. */
    static RowsResponse page(BatchKind kind, List<RowPlace> oneMore, int limit) {
        List<RowPlace> shown = oneMore.subList(0, Math.min(limit, oneMore.size()));
        return new RowsResponse(
                shown.stream()
                        .map(place -> RowResponse.of(kind, place.result()))
                        .toList(),
                oneMore.size() > limit ? shown.getLast().cursor().toString() : null);
    }
}
