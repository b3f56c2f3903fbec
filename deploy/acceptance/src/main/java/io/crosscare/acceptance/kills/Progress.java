package io.crosscare.acceptance.kills;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Says what a run is doing, with the seconds since it began. */
public final class Progress {

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long startedAt;

    public Progress(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
    }

    /** One event. */
    public void say(String zh, String en) {
        out.printf(Locale.ROOT, "[%6.1f s] %s / %s%n", sinceStart().toMillis() / 1000.0, zh, en);
    }

    /** One line as it is. */
    public void line(String line) {
        out.println(line);
    }

    Duration sinceStart() {
        return Duration.ofNanos(nanoTime.getAsLong() - startedAt);
    }
}
