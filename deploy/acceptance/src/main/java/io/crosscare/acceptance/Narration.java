package io.crosscare.acceptance;

import java.io.PrintStream;
import java.time.Duration;

/** What the demo says: a heading per step, a line per request, facts in Chinese with the English beside. */
final class Narration {

    private static final int RULE_WIDTH = 110;
    private static final int PARTY_WIDTH = 32;
    private static final int FACT_WIDTH = 58;

    private final PrintStream out;

    Narration(PrintStream out) {
        this.out = out;
    }

    void heading(int step, String zh, String en) {
        String title = "── 第 %d 步 %s  ·  Step %d: %s ".formatted(step, zh, step, en);
        out.println();
        out.println(title + "─".repeat(Math.max(0, RULE_WIDTH - Columns.widthOf(title))));
    }

    void request(Party party, Call call, Answer answer, Duration took) {
        out.println("  %s %3d %5d ms  %s %s%s"
                .formatted(
                        Columns.padded(call.method(), 4),
                        answer.status(),
                        took.toMillis(),
                        Columns.padded(party.zh() + " " + party.en(), PARTY_WIDTH),
                        call.readable(),
                        answer.isReplay() ? "  (重放 replay)" : ""));
    }

    /** Something that was checked and is so; the English stands beside, or below when there is no room. */
    void fact(String zh, String en) {
        boolean fits = Columns.widthOf(zh) <= FACT_WIDTH;
        out.println("    ✓ " + (fits ? Columns.padded(zh, FACT_WIDTH) + "  " + en : zh));
        if (!fits) {
            out.println("      " + en);
        }
    }

    void text(String text) {
        out.println();
        text.lines().forEach(line -> out.println("    " + line));
    }

    void line(String line) {
        out.println(line);
    }
}
