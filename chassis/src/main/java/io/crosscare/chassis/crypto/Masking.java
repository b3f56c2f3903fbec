package io.crosscare.chassis.crypto;

import java.util.regex.Pattern;

/** What may be shown of personal data to whoever does not need the whole of it, and what is cut out of free text. */
public final class Masking {

    private static final Pattern NUMBERS =
            Pattern.compile("(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|[0-9]{15}|1[3-9][0-9]{9})(?![0-9A-Za-z])");

    /** Of an address what follows its path; a question mark in a sentence follows no slash. */
    private static final Pattern QUERY = Pattern.compile("(/[\\w./{}%:~$;,@+*=-]*)\\?[^\\s\"<>]+");

    /** One digit, also full-width, and what people put between groups of digits. */
    private static final String D = "[0-9０-９]";

    private static final String S = "[ \\u00A0\\u3000–－-]?";
    private static final String NOT_BEFORE = "(?!" + D + ")";

    /** The letter that begins an institution's code keeps that code whole; the place in a settlement's id stays too. */
    private static final String NOT_AFTER = "(?<![0-9０-９H])(?<!p[a-z2-7]{26}:)";

    private static final Pattern PASTED = Pattern.compile(String.join(
            "|",
            // identity number, written in groups
            NOT_AFTER + D + "{6}" + S + "(?:19|20)" + D + "{2}" + S + "[01]" + D + S + "[0-3]" + D + S + D + "{3}" + S
                    + "[0-9０-９XxＸ]" + NOT_BEFORE,
            // card in groups of four
            NOT_AFTER + "(?:" + D + "{4}[ \\u00A0\\u3000–－-]){3,4}" + D + "{1,4}" + NOT_BEFORE,
            // mobile and fixed-line phones
            NOT_AFTER + "1[3-9]" + D + S + D + "{4}" + S + D + "{4}" + NOT_BEFORE,
            NOT_AFTER + "[(（]?0" + D + "{2,3}[)）]?" + S + D + "{7,8}" + NOT_BEFORE,
            // anything else long enough to be a number of a person or a card, with or without its letters
            NOT_AFTER + D + "{9,}[XxＸ]?",
            "(?<![0-9A-Za-z])(?:[A-Za-z]" + D + "{7,10}|[A-Za-z]{2}" + D + "{7})[XxＸ]?(?![0-9A-Za-z０-９])"));

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

    /**
     * Text that people paste into a case, with every number cut out that may be one of a person: identity numbers, cards,
     * person numbers and phones, also in groups and full-width. Dates, amounts, codes of institutions and ids of this suite
     * stay readable. Cuts rather too much than too little.
     */
    public static String pastedText(String text) {
        return PASTED.matcher(text).replaceAll("***");
    }

    private static String middle(String value, int shownAtFront, int shownAtEnd) {
        int hidden = value.length() - shownAtFront - shownAtEnd;
        if (hidden < shownAtEnd) {
            return "*".repeat(Math.max(4, value.length()));
        }
        return value.substring(0, shownAtFront) + "*".repeat(hidden) + value.substring(value.length() - shownAtEnd);
    }
}
