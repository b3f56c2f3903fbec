package io.crosscare.filing.insured.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A person's name as the insured region writes it. Personal data: {@link #toString()} does not show it.
 *
 * @param value not blank, at most {@value #LENGTH_MAX} characters
 */
public record PersonName(String value) {

    public static final int LENGTH_MAX = 60;

    /** Spaces, and the many dots with which keyboards write the separator in names of minorities. */
    private static final Pattern NOT_COMPARED = Pattern.compile("[\\s\\u3000.·•‧∙・･．]");

    public PersonName {
        value = value.strip();
        if (value.isEmpty() || value.codePointCount(0, value.length()) > LENGTH_MAX) {
            throw new IllegalArgumentException("a name has 1 to 60 characters");
        }
    }

    /** Whether another writing means the same name: width, case, spaces and separating dots are not compared. */
    public boolean isSameAs(PersonName other) {
        return compared(value).equals(compared(other.value));
    }

    private static String compared(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return NOT_COMPARED.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "PersonName[…]";
    }
}
