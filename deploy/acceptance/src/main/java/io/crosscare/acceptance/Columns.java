package io.crosscare.acceptance;

/** Aligns text in a terminal, where a Chinese character is as wide as two Latin ones. */
public final class Columns {

    private Columns() {}

    /** The text filled with spaces to so many columns; a longer text stays whole. */
    public static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - widthOf(text)));
    }

    /** The text moved to the right edge of so many columns. */
    public static String rightAligned(String text, int columns) {
        return " ".repeat(Math.max(0, columns - widthOf(text))) + text;
    }

    static int widthOf(String text) {
        return text.codePoints().map(Columns::widthOf).sum();
    }

    private static int widthOf(int character) {
        boolean isHan = Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
        boolean isChinesePunctuation = character >= 0x3000 && character <= 0x303F;
        boolean isFullWidth = character >= 0xFF01 && character <= 0xFF60;
        return isHan || isChinesePunctuation || isFullWidth ? 2 : 1;
    }
}
