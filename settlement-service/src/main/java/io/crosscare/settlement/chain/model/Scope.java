package io.crosscare.settlement.chain.model;

import java.util.regex.Pattern;

/** What of a visit one settlement covers: a fee batch of an outpatient visit, or a stay as a whole at discharge. */
public sealed interface Scope {

    /**
     * A fee batch.
     *
     * @param name the hospital's name for it, at most 16 characters
     */
    record Batch(String name) implements Scope {

        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,16}");

        public Batch {
            if (!FORM.matcher(name).matches()) {
                throw new IllegalArgumentException("a batch has 1 to 16 letters, digits, dots, dashes or underscores");
            }
        }
    }

    /** All fee lines of a stay. */
    record Discharge() implements Scope {}

    String BATCH = "BATCH-";
    String DISCHARGE = "DISCHARGE";

    /** Reads what {@link #text()} writes. */
    static Scope parse(String text) {
        if (text.equals(DISCHARGE)) {
            return new Discharge();
        }
        if (!text.startsWith(BATCH)) {
            throw new IllegalArgumentException("not a scope");
        }
        return new Batch(text.substring(BATCH.length()));
    }

    /** {@code BATCH-1}, {@code DISCHARGE}. */
    default String text() {
        return switch (this) {
            case Batch batch -> BATCH + batch.name();
            case Discharge _ -> DISCHARGE;
        };
    }
}
