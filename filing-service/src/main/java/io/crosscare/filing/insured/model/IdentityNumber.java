package io.crosscare.filing.insured.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A citizen identity number in its 18-character form: a final {@code x} becomes {@code X}, a number of the first generation
 * (15 digits) is brought to the form it was later given, so that both name the same person. The check character is not
 * verified: wrongly issued numbers are in use, and a look-up finds a mistyped one unknown. Personal data: {@link #toString()}
 * does not show it.
 *
 * @param value 17 digits and a digit or {@code X}
 */
public record IdentityNumber(String value) {

    private static final Pattern EIGHTEEN = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final Pattern FIFTEEN = Pattern.compile("[1-9][0-9]{14}");
    private static final int REGION_LENGTH = 6;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    public IdentityNumber {
        value = toEighteen(value.strip().toUpperCase(Locale.ROOT));
    }

    private static String toEighteen(String given) {
        if (EIGHTEEN.matcher(given).matches()) {
            return given;
        }
        if (FIFTEEN.matcher(given).matches()) {
            return withCheckCharacter(given.substring(0, REGION_LENGTH) + "19" + given.substring(REGION_LENGTH));
        }
        throw new IllegalArgumentException("an identity number has 18 characters, or 15 digits");
    }

    /** GB 11643: the weighted sum of the digits modulo 11 chooses the last character. */
    private static String withCheckCharacter(String seventeenDigits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (seventeenDigits.charAt(i) - '0');
        }
        return seventeenDigits + CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }

    @Override
    public String toString() {
        return "IdentityNumber[…]";
    }
}
