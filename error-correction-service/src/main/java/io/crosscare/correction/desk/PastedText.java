package io.crosscare.correction.desk;

import io.crosscare.chassis.problem.Text;

/** Text as people paste it: with line breaks and tabs, and bounded. */
public final class PastedText {

    public static final Text RULE = rule(2_000);

    /** For why something is done: in words, not by a mark. */
    public static final Text REASON_RULE = Text.of(
            "应写明理由，至少 4 个字，不超过 2000 个字符",
            "must say why, in at least 4 letters or digits and at most 2000 characters, without control characters but "
                    + "line breaks and tabs");

    private static final int LENGTH_MAX = 2_000;
    private static final int REASON_LETTERS_MIN = 4;

    private PastedText() {}

    /**
     * The text without what surrounds it.
     *
     * @throws IllegalArgumentException for what is no such text
     */
    public static String parse(String given) {
        return parse(given, LENGTH_MAX);
    }

    public static String parse(String given, int lengthMax) {
        String stripped = given.replace("\r\n", "\n").strip();
        boolean isText = stripped.codePointCount(0, stripped.length()) <= lengthMax
                && stripped.codePoints().noneMatch(PastedText::isUnprintable);
        if (!isText) {
            throw new IllegalArgumentException("not text");
        }
        return stripped;
    }

    /**
     * As {@link #parse(String)}, of what says something.
     *
     * @throws IllegalArgumentException for what is no such text, or too short for a reason
     */
    public static String parseReason(String given) {
        String text = parse(given);
        if (text.codePoints().filter(Character::isLetterOrDigit).count() < REASON_LETTERS_MIN) {
            throw new IllegalArgumentException("says nothing");
        }
        return text;
    }

    public static Text rule(int lengthMax) {
        return Text.of(
                "应为不超过 " + lengthMax + " 个字符的文字",
                "must be text of at most " + lengthMax
                        + " characters, without control characters but line breaks and tabs");
    }

    private static boolean isUnprintable(int codePoint) {
        boolean isLayout = codePoint == '\n' || codePoint == '\t';
        return !isLayout && (Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE);
    }
}
