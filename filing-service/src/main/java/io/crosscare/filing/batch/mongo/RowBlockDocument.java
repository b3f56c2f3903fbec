package io.crosscare.filing.batch.mongo;

import io.crosscare.filing.batch.Batches.Block;
import io.crosscare.filing.batch.model.BatchId;
import io.crosscare.filing.batch.model.RowError;
import io.crosscare.filing.batch.model.RowOutcome;
import io.crosscare.filing.batch.model.RowResult;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The results of a block of rows as they are stored; public for the codec. Its id ends in the block's number. */
public record RowBlockDocument(@BsonId String id, String batchId, int number, List<RowDocument> rows) {

    /** The result of a row as it is stored. */
    public record RowDocument(
            int row, String outcome, @Nullable String madeId, List<ErrorDocument> errors) {

        static RowDocument of(RowResult result) {
            return new RowDocument(
                    result.row(),
                    result.outcome().name(),
                    result.id(),
                    result.errors().stream().map(ErrorDocument::of).toList());
        }

        RowResult toResult() {
            return new RowResult(
                    row,
                    RowOutcome.valueOf(outcome),
                    madeId,
                    errors.stream().map(ErrorDocument::toError).toList());
        }
    }

    /** What is wrong with a row as it is stored. */
    public record ErrorDocument(String field, String rule, String zh, String en) {

        static ErrorDocument of(RowError error) {
            return new ErrorDocument(error.field(), error.rule(), error.zh(), error.en());
        }

        RowError toError() {
            return new RowError(field, rule, zh, en);
        }
    }

    static RowBlockDocument of(BatchId batch, Block block) {
        return new RowBlockDocument(
                idOf(batch, block.number()),
                batch.value(),
                block.number(),
                block.results().stream().map(RowDocument::of).toList());
    }

    static String idOf(BatchId batch, int number) {
        return "%s:%08d".formatted(batch, number);
    }

    Block toBlock() {
        return new Block(number, rows.stream().map(RowDocument::toResult).toList());
    }
}
