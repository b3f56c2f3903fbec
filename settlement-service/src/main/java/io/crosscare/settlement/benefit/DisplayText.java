package io.crosscare.settlement.benefit;

import java.util.ArrayList;
import java.util.List;

/** Text laid out in columns of a terminal or a plain print, where a Chinese character takes two. */
final class DisplayText {

    private DisplayText() {}

    static int width(String text) {
        return text.codePoints().map(DisplayText::width).sum();
    }

    static String padRight(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    static String padLeft(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    /** The text and an amount at the right edge; on two lines where one is too short. */
    static String withAmount(String text, String amount, int columns) {
        int room = columns - width(text) - width(amount);
        return room >= 1 ? text + " ".repeat(room) + amount : text + "\n" + padLeft(amount, columns);
    }

    /** Cut to a width, with a sign that something was cut. */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int codePoint : text.codePoints().toArray()) {
            used += width(codePoint);
            if (used > columns) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return kept + "…";
    }

    /** Lines of at most so many columns, broken at spaces and between Chinese characters, never inside square brackets. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int breakAt = 0;
        int bracketsOpen = 0;
        for (int codePoint : text.codePoints().toArray()) {
            boolean isWide = width(codePoint) == 2;
            if (isWide && bracketsOpen == 0 && !isClosing(codePoint)) {
                breakAt = line.length();
            }
            line.appendCodePoint(codePoint);
            bracketsOpen += codePoint == '[' ? 1 : codePoint == ']' ? -1 : 0;
            if (width(line.toString().stripTrailing()) > columns && breakAt > 0) {
                lines.add(line.substring(0, breakAt).stripTrailing());
                line.delete(0, breakAt);
                breakAt = 0;
            }
            if (bracketsOpen == 0 && (codePoint == ' ' || codePoint == ']')) {
                breakAt = line.length();
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** Punctuation that belongs to what stands before it. */
    private static boolean isClosing(int codePoint) {
        return "，。；：、）》”〕".indexOf(codePoint) >= 0;
    }

    private static int width(int codePoint) {
        boolean isWide = (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
        return isWide ? 2 : 1;
    }
}
