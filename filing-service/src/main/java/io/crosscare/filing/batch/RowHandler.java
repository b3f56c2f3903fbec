package io.crosscare.filing.batch;

import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.batch.model.BatchKind;
import io.crosscare.filing.batch.model.RowResult;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Reads and works on the rows of one kind of batch.
 *
 * @param <T> what its rows say
 */
public interface RowHandler<T> {

    BatchKind kind();

    /** Of a CSV file of this kind. */
    List<Column> columns();

    /** Whether results are kept of every row, or of the refused ones alone. */
    boolean keepsEveryResult();

    RowReading<T> read(RowText text, Caller.Agency agency);

    /**
     * One result for each row. A row that was worked on before, for the same batch and under the same number, changes nothing and
     * has the same result again.
     */
    Mono<List<RowResult>> handle(BatchOrder order, List<NumberedRow<T>> rows);
}
