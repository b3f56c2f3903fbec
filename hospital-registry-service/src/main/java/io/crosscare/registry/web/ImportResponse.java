package io.crosscare.registry.web;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.registry.directory.PublishedChange;
import io.crosscare.registry.keeping.ImportInstitutions;
import io.crosscare.registry.keeping.ImportReport;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param dryRun 试运行 · whether nothing was recorded
 * @param effectiveFrom 生效日 · the day from which the rows hold, in China
 * @param added 新增行数 · rows of institutions that were not known
 * @param changed 变更行数 · rows that say something else than the registry did
 * @param unchanged 无变化行数 · rows that say what the registry says
 * @param refused 拒绝行数 · rows that break a rule
 * @param rows 各行 · in the order of the file, without those that change nothing; at most 1,000
 * @param cutShort 是否截断 · whether there are more such rows than are listed
 */
record ImportResponse(
        boolean dryRun,
        LocalDate effectiveFrom,
        long added,
        long changed,
        long unchanged,
        long refused,
        List<Row> rows,
        boolean cutShort) {

    static ImportResponse of(ImportReport report, ImportInstitutions.Order order) {
        return new ImportResponse(
                order.isDryRun(),
                order.effectiveFrom(),
                report.added(),
                report.changed(),
                report.unchanged(),
                report.refused(),
                report.listed().stream().map(Row::of).toList(),
                report.isCutShort());
    }

    /**
     * A row of the file.
     *
     * @param line 行号 · of the line in the file, the header being 1
     * @param outcome 处理结果 · {@link ImportReport.Outcome}
     * @param code 机构代码 · absent where the row has none
     * @param differences 差异 · what is new; absent for a refused row
     * @param errors 错误 · rules that it breaks; absent for every other row
     */
    record Row(
            long line,
            String outcome,
            @Nullable String code,
            @Nullable List<PublishedChange.Changed> differences,
            @Nullable List<RowError> errors) {

        static Row of(ImportReport.Row row) {
            boolean isRefused = row.outcome() == ImportReport.Outcome.REFUSED;
            return new Row(
                    row.number(),
                    row.outcome().name(),
                    row.code(),
                    isRefused
                            ? null
                            : row.differences().stream()
                                    .map(PublishedChange.Changed::of)
                                    .toList(),
                    isRefused ? row.errors().stream().map(RowError::of).toList() : null);
        }
    }

    /**
     * A rule that a row breaks.
     *
     * @param field 列名 · the column
     */
    record RowError(String field, String rule, String messageZh, String messageEn) {

        static RowError of(FieldError error) {
            return new RowError(
                    error.field(),
                    error.rule(),
                    error.message().zh(),
                    error.message().en());
        }
    }
}
