package io.crosscare.filing.batch;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.filing.batch.model.Batch;
import java.util.List;

/** What a file that was sent comes to. */
public sealed interface ReceivingOutcome {

    /** Every row has its result. */
    record Completed(Batch batch) implements ReceivingOutcome {}

    /** The same file was completed before. */
    record Replayed(Batch batch) implements ReceivingOutcome {}

    /** The key was used before with another file. Nothing of this one was worked on. */
    record KeyReused() implements ReceivingOutcome {}

    /** Somebody began to send the same file again, and that sending goes on. */
    record Overtaken(Batch batch) implements ReceivingOutcome {}

    /** There is nothing in the file, or its first line does not name its columns. Nothing was worked on. */
    record Unreadable(List<FieldError> errors) implements ReceivingOutcome {

        public Unreadable {
            errors = List.copyOf(errors);
        }
    }

    /** The file has more rows than one may have; those before are done. */
    record TooLong(Batch batch, int rowsMax) implements ReceivingOutcome {}
}
