package io.crosscare.filing.batch.mongo;

import io.crosscare.filing.batch.Batches.Block;
import io.crosscare.filing.batch.model.BatchId;
import io.crosscare.filing.batch.model.RowError;
import io.crosscare.filing.batch.model.RowOutcome;
import io.crosscare.filing.batch.model.RowResult;
import io.crosscare.filing.batch.model.RowWarning;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The results of a block of rows as they are stored; public for the codec. Its id ends in the block's number. */
public record RowBlockDocument(@BsonId String id, String batchId, int number, List<RowDocument> rows) {

    /** The result of a row as it is stored; in earlier versions of the form there were no warnings. */
    public record RowDocument(
            int row,
            String outcome,
            @Nullable String madeId,
            List<ErrorDocument> errors,
            @Nullable List<WarningDocument> warnings) {

        static RowDocument of(RowResult result) {
            return new RowDocument(
                    result.row(),
                    result.outcome().name(),
                    result.id(),
                    result.errors().stream().map(ErrorDocument::of).toList(),
                    result.warnings().isEmpty()
                            ? null
                            : result.warnings().stream()
                                    .map(WarningDocument::of)
                                    .toList());
        }

        RowResult toResult() {
            return new RowResult(
                    row,
                    RowOutcome.valueOf(outcome),
                    madeId,
                    errors.stream().map(ErrorDocument::toError).toList(),
                    warnings == null
                            ? List.of()
                            : warnings.stream().map(WarningDocument::toWarning).toList());
        }
    }

    /** What is wrong with a row as it is stored; what may be null was not there in earlier versions of the form. */
    public record ErrorDocument(
            String field,
            String rule,
            String zh,
            String en,
            @Nullable GroundDocument ground,
            @Nullable String inTheWay) {

        static ErrorDocument of(RowError error) {
            return new ErrorDocument(
                    error.field(),
                    error.rule(),
                    error.zh(),
                    error.en(),
                    GroundDocument.of(error.ground()),
                    error.inTheWay());
        }

        RowError toError() {
            return new RowError(field, rule, zh, en, ground == null ? null : ground.toGround(), inTheWay);
        }
    }

    /** What should be known of a row, as it is stored. */
    public record WarningDocument(String code, String zh, String en) {

        static WarningDocument of(RowWarning warning) {
            return new WarningDocument(warning.code(), warning.zh(), warning.en());
        }

        RowWarning toWarning() {
            return new RowWarning(code, zh, en);
        }
    }

    /** The condition a refusal rests on, as it is stored. */
    public record GroundDocument(String zh, String en, String source, String mark) {

        static @Nullable GroundDocument of(RowError.@Nullable Ground ground) {
            return ground == null ? null : new GroundDocument(ground.zh(), ground.en(), ground.source(), ground.mark());
        }

        RowError.Ground toGround() {
            return new RowError.Ground(zh, en, source, mark);
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
