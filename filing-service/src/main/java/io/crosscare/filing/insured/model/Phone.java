package io.crosscare.filing.insured.model;

import java.util.regex.Pattern;

/**
 * A telephone number as people write it. Personal data: {@link #toString()} does not show it.
 *
 * @param value 5 to 20 digits, with {@code +} and hyphens
 */
public record Phone(String value) {

    private static final Pattern FORM = Pattern.compile("\\+?[0-9][0-9-]{3,18}[0-9]");

    public Phone {
        value = value.strip();
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a phone number has 5 to 20 digits and hyphens");
        }
    }

    @Override
    public String toString() {
        return "Phone[…]";
    }
}
