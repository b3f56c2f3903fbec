package io.crosscare.filing.batch.model;

import java.util.regex.Pattern;

/**
 * Names a batch; random, says nothing.
 *
 * @param value {@code b} and 26 lower-case base-32 characters
 */
public record BatchId(String value) {

    private static final Pattern FORM = Pattern.compile("b[a-z2-7]{26}");

    public BatchId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a batch id is 'b' and 26 characters of a-z and 2-7");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
