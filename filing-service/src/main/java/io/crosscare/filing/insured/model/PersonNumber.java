package io.crosscare.filing.insured.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number a region's core system knows the person by (人员编号). Personal data: {@link #toString()} does not show it, and no
 * other part of the suite ever sees it; they use the personId.
 *
 * @param value 1 to 40 letters, digits and hyphens
 */
public record PersonNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9A-Z-]{1,40}");

    public PersonNumber {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a person number has 1 to 40 letters, digits and hyphens");
        }
    }

    @Override
    public String toString() {
        return "PersonNumber[…]";
    }
}
