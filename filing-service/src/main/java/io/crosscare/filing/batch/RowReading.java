package io.crosscare.filing.batch;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.filing.batch.model.RowError;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the text of a row comes to.
 *
 * @param <T> what the rows of such a file say
 */
public sealed interface RowReading<T> {

    /**
     * A row that can be worked on.
     *
     * @param keys none of which may stand in two rows of one file
     */
    record Good<T>(T row, List<String> keys) implements RowReading<T> {

        public Good {
            keys = List.copyOf(keys);
        }

        @Override
        public String toString() {
            return "Good[…]";
        }
    }

    /** What is wrong with it. */
    record Bad<T>(List<RowError> errors) implements RowReading<T> {

        public Bad {
            errors = List.copyOf(errors);
        }
    }

    /** The row, or the broken rules of form where reading it throws {@code invalid-request}. */
    static <T> RowReading<T> of(Supplier<Good<T>> reading) {
        try {
            return reading.get();
        } catch (ProblemException problem) {
            if (problem.errors().isEmpty()) {
                throw problem;
            }
            return new Bad<>(problem.errors().stream().map(RowReading::errorOf).toList());
        }
    }

    static RowError errorOf(FieldError error) {
        return new RowError(
                error.field(),
                error.rule(),
                error.message().zh(),
                error.message().en());
    }
}
