package io.crosscare.filing.insured.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number of a card, letters in upper case. Personal data: {@link #toString()} does not show it.
 *
 * @param value 4 to 64 letters and digits
 */
public record CardNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{4,64}");

    public CardNumber {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a card number has 4 to 64 letters and digits");
        }
    }

    @Override
    public String toString() {
        return "CardNumber[…]";
    }
}
