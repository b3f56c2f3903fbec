package io.crosscare.settlement.chain.model;

import java.util.regex.Pattern;

/**
 * What of a visit one settlement covers: a fee batch of an outpatient visit; of a stay what is settled on the way, and at
 * discharge what is left.
 */
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

    /** All fee lines of a stay that nothing has settled before. */
    record Discharge() implements Scope {}

    /**
     * A part of a stay that goes on (中途结算).
     *
     * @param number from 1; the lowest that no live settlement of the stay has
     */
    record Interim(int number) implements Scope {

        public Interim {
            if (number < 1) {
                throw new IllegalArgumentException("settlements on the way are counted from 1");
            }
        }
    }

    String BATCH = "BATCH-";
    String DISCHARGE = "DISCHARGE";
    String INTERIM = "INTERIM-";

    /** Reads what {@link #text()} writes. */
    static Scope parse(String text) {
        if (text.equals(DISCHARGE)) {
            return new Discharge();
        }
        if (text.startsWith(INTERIM)) {
            return new Interim(Integer.parseInt(text.substring(INTERIM.length())));
        }
        if (!text.startsWith(BATCH)) {
            throw new IllegalArgumentException("not a scope");
        }
        return new Batch(text.substring(BATCH.length()));
    }

    /** {@code BATCH-1}, {@code DISCHARGE}, {@code INTERIM-1}. */
    default String text() {
        return switch (this) {
            case Batch batch -> BATCH + batch.name();
            case Discharge _ -> DISCHARGE;
            case Interim interim -> INTERIM + interim.number();
        };
    }
}
