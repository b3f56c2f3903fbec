package io.crosscare.chassis.crypto;

import java.util.regex.Pattern;

/** What may be shown of personal data to whoever does not need the whole of it, and what is cut out of free text. */
public final class Masking {

    private static final Pattern NUMBERS =
            Pattern.compile("(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|[0-9]{15}|1[3-9][0-9]{9})(?![0-9A-Za-z])");

    /** Of an address what follows its path; a question mark in a sentence follows no slash. */
    private static final Pattern QUERY = Pattern.compile("(/[\\w./{}%:~$;,@+*=-]*)\\?[^\\s\"<>]+");

    private Masking() {}

    /** The first character of a name: {@code 王**}. */
    public static String name(String name) {
        int first = name.offsetByCodePoints(0, name.isEmpty() ? 0 : 1);
        return name.substring(0, first) + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
    }

    /** The region at the front and the last four characters. */
    public static String identityNumber(String number) {
        return middle(number, 4, 4);
    }

    public static String phone(String number) {
        return middle(number, 3, 4);
    }

    /** The last four characters. */
    public static String cardNumber(String number) {
        return middle(number, 0, 4);
    }

    /** Free text with everything cut out that looks like an identity number (18 or 15 digits) or a mobile phone. */
    public static String freeText(String text) {
        return NUMBERS.matcher(text).replaceAll("***");
    }

    /** Text, say a stack trace, with the query of every address in it cut off: whatever a caller wrote may stand there. */
    public static String withoutQueries(String text) {
        return text.indexOf('?') < 0 ? text : QUERY.matcher(text).replaceAll("$1?…");
    }

    private static String middle(String value, int shownAtFront, int shownAtEnd) {
        int hidden = value.length() - shownAtFront - shownAtEnd;
        if (hidden < shownAtEnd) {
            return "*".repeat(Math.max(4, value.length()));
        }
        return value.substring(0, shownAtFront) + "*".repeat(hidden) + value.substring(value.length() - shownAtEnd);
    }
}
