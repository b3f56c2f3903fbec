package io.crosscare.acceptance;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what the suite does a moment later: the desk opens its case when the refusal has reached it. */
public final class Eventually {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private Eventually() {}

    /** The first thing found, looked for again and again; a {@link Difference} when nothing was found in time. */
    public static <T> T of(Duration patience, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new Difference(
                        "%d 秒后仍未出现 · not there after %d s".formatted(patience.toSeconds(), patience.toSeconds()));
            }
            pause(LOOK_EVERY);
        }
    }

    /** Lets some time pass. */
    public static void pause(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Difference("被中断 · interrupted", interrupted);
        }
    }
}
