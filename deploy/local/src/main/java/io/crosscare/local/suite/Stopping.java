package io.crosscare.local.suite;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends processes kindly: asks, waits, and kills only what has not gone by then.
 *
 * @param patience how long they may take
 * @param progress called every few seconds while somebody is waited for
 */
record Stopping(Duration patience, Runnable progress) {

    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(8);

    /** Returns when all of them have ended. */
    void stop(List<? extends ChildProcess> processes) {
        CompletableFuture<?> end = CompletableFuture.allOf(
                processes.stream().map(ChildProcess::end).toArray(CompletableFuture<?>[]::new));
        processes.forEach(ChildProcess::stop);
        if (!await(end)) {
            processes.stream().filter(ChildProcess::isAlive).forEach(ChildProcess::kill);
            await(end);
        }
    }

    private boolean await(CompletableFuture<?> end) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return end.isDone();
            }
            try {
                end.get(Math.min(left, BETWEEN_WORDS.toNanos()), TimeUnit.NANOSECONDS);
                return true;
            } catch (TimeoutException e) {
                progress.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException e) {
                throw new IllegalStateException("a process cannot be waited for", e);
            }
        }
    }
}
