package io.crosscare.local.suite;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Ends processes kindly: asks, waits, and kills only what has not gone by then.
 *
 * @param patience how long they may take
 * @param isCutShort asked every second: whether they are to be killed now after all
 * @param progress called every few seconds while somebody is waited for
 */
record Stopping(Duration patience, BooleanSupplier isCutShort, Runnable progress) {

    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LOOKS_BETWEEN_WORDS = 8;

    Stopping(Duration patience, Runnable progress) {
        this(patience, () -> false, progress);
    }

    /** Returns when all of them have ended. */
    void stop(List<? extends ChildProcess> processes) {
        CompletableFuture<?> end = CompletableFuture.allOf(
                processes.stream().map(ChildProcess::end).toArray(CompletableFuture<?>[]::new));
        processes.forEach(ChildProcess::stop);
        if (!await(end, isCutShort)) {
            processes.stream().filter(ChildProcess::isAlive).forEach(ChildProcess::kill);
            await(end, () -> false);
        }
    }

    private boolean await(CompletableFuture<?> end, BooleanSupplier isEnough) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (int looks = 1; ; looks++) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || isEnough.getAsBoolean()) {
                return end.isDone();
            }
            try {
                end.get(Math.min(left, BETWEEN_LOOKS.toNanos()), TimeUnit.NANOSECONDS);
                return true;
            } catch (TimeoutException e) {
                if (looks % LOOKS_BETWEEN_WORDS == 0) {
                    progress.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException e) {
                throw new IllegalStateException("a process cannot be waited for", e);
            }
        }
    }
}
