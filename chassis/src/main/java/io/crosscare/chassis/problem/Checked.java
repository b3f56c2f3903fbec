package io.crosscare.chassis.problem;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of checking one field. Ask for the value only after {@link FieldChecks#throwIfInvalid()}.
 *
 * @param <T> type of the value once it is known to be good
 */
public final class Checked<T> {

    private final String field;
    private final @Nullable T value;

    Checked(String field, @Nullable T value) {
        this.field = field;
        this.value = value;
    }

    String field() {
        return field;
    }

    /** The value of a required field that passed. */
    public T value() {
        T present = value;
        if (present == null) {
            throw new IllegalStateException("field " + field + " was not given or did not pass; check first");
        }
        return present;
    }

    /** The value of an optional field, or null when it was not given. */
    public @Nullable T orNull() {
        return value;
    }

    public T orElse(T other) {
        T present = value;
        return present == null ? other : present;
    }
}
