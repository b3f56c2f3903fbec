package io.crosscare.benchmark.load;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Says every few seconds what is being done and how far it has come, so that nobody wonders whether it still runs. */
public final class Progress implements AutoCloseable {

    public static final Duration EVERY = Duration.ofSeconds(5);

    private final PrintStream out;
    private final long startNanos = System.nanoTime();
    private final AtomicLong done = new AtomicLong();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());
    private volatile Phase phase = new Phase("开始", "starting", 0, System.nanoTime());

    /** What is being done; a total of 0 is not known. */
    private record Phase(String zh, String en, long total, long startNanos) {}

    public Progress(PrintStream out) {
        this.out = out;
        Future<?> _ = ticker.scheduleAtFixedRate(this::say, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /** Begins something new. */
    public void phase(String zh, String en, long total) {
        done.set(0);
        phase = new Phase(zh, en, total, System.nanoTime());
        note(zh, en + (total > 0 ? ", %,d".formatted(total) : ""));
    }

    public void tick() {
        done.incrementAndGet();
    }

    /** One line now. */
    public void note(String zh, String en) {
        out.printf("[%6.1f s] %s / %s%n", (System.nanoTime() - startNanos) / 1e9, zh, en);
    }

    private void say() {
        Phase now = phase;
        long count = done.get();
        double seconds = (System.nanoTime() - now.startNanos()) / 1e9;
        if (now.total() > 0) {
            note(now.zh(), "%s: %,d / %,d, %,.0f/s".formatted(now.en(), count, now.total(), count / seconds));
        } else {
            note(now.zh(), "%s: %.0f s".formatted(now.en(), seconds));
        }
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
