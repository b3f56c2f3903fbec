package io.crosscare.filing.batch;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.batch.model.BatchKind;
import io.crosscare.filing.batch.model.RowOutcome;
import io.crosscare.filing.batch.model.RowResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Rows that name a number. */
final class NumberRows implements RowHandler<Integer> {

    private static final Text NUMBER = Text.of("应为整数", "must be a whole number");

    /** How often a row was worked on, by batch and number. */
    private final Map<String, Integer> times = new HashMap<>();

    @Override
    public BatchKind kind() {
        return BatchKind.INSURED_PERSON_IMPORT;
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.required("number", "编号"), Column.optional("note", "备注"));
    }

    @Override
    public boolean keepsEveryResult() {
        return false;
    }

    @Override
    public RowReading<Integer> read(RowText text, Caller.Agency agency) {
        return RowReading.of(() -> {
            FieldChecks checks = new FieldChecks();
            String cell = ((RowText.Cells) text).byColumn().get("number");
            var number = checks.required("number", cell, "number", NUMBER, Integer::valueOf);
            checks.throwIfInvalid();
            return new RowReading.Good<>(number.value(), List.of(String.valueOf(number.value())));
        });
    }

    @Override
    public Mono<List<RowResult>> handle(BatchOrder order, List<NumberedRow<Integer>> rows) {
        return Mono.fromSupplier(
                () -> rows.stream().map(row -> handle(order, row)).toList());
    }

    private RowResult handle(BatchOrder order, NumberedRow<Integer> row) {
        times.merge(order.id() + "/" + row.row(), 1, Integer::sum);
        return RowResult.done(row.number(), RowOutcome.ADDED, "n" + row.row());
    }

    /** How often each row was worked on. */
    List<Integer> times() {
        return List.copyOf(times.values());
    }
}
