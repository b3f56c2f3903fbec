package io.crosscare.filing.lodging.model;

import java.util.regex.Pattern;

/**
 * The random name of a filing.
 *
 * @param value {@code f} and 26 lower-case base-32 characters
 */
public record FilingId(String value) {

    private static final Pattern FORM = Pattern.compile("f[a-z2-7]{26}");

    public FilingId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a filing id is 'f' and 26 characters of a-z and 2-7");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
