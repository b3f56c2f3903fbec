package io.crosscare.settlement.document;

/**
 * What is wrong with a document, and where.
 *
 * @param line from 1
 * @param place path of the field, {@code services.OUTPATIENT.ratio}, or the column
 */
public record DocumentFlaw(int line, String place, String zh, String en) {

    @Override
    public String toString() {
        return "line " + line + ", " + place + ": " + en;
    }
}
