package io.crosscare.settlement.chain.model;

import java.util.regex.Pattern;

/**
 * The random name of a visit.
 *
 * @param value {@code v} and 26 lower-case base-32 characters
 */
public record VisitId(String value) {

    private static final Pattern FORM = Pattern.compile("v[a-z2-7]{26}");

    public VisitId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a visit id is 'v' and 26 characters of a-z and 2-7");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
