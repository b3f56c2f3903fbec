package io.crosscare.local.suite;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What people read: one line per event, Chinese first and English beside it, with the seconds since the start. Plain text. */
final class Console {

    private static final int CJK_FROM = 0x2E80;
    private static final String COLUMN_GAP = "  ";

    private final PrintStream out;
    private final Supplier<Duration> elapsed;

    Console(PrintStream out, Supplier<Duration> elapsed) {
        this.out = out;
        this.elapsed = elapsed;
    }

    /** Standard output in UTF-8, whatever the locale says. */
    static PrintStream standardOutput() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    static PrintStream standardError() {
        return new PrintStream(System.err, true, StandardCharsets.UTF_8);
    }

    /** One event. */
    void say(String chinese, String english) {
        line("[%6s s] %s / %s".formatted(seconds(elapsed.get()), chinese, english));
    }

    /** One line as it is. */
    void line(String text) {
        out.println(text);
    }

    /** Rows under a header, columns aligned by what they take on a screen. */
    void table(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(COLUMN_GAP);
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i))
                        .repeat(' ', widths[i] - width(row.get(i)))
                        .append(COLUMN_GAP);
            }
            line(line.toString().stripTrailing());
        }
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }

    /** Chinese characters take two places. */
    private static int width(String text) {
        return text.codePoints().map(point -> point >= CJK_FROM ? 2 : 1).sum();
    }
}
