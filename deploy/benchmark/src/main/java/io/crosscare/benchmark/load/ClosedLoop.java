package io.crosscare.benchmark.load;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps so many jobs in flight, each begun when another ends: how much the suite can do, not how long one takes. */
public final class ClosedLoop {

    private final int inFlight;

    public ClosedLoop(int inFlight) {
        this.inFlight = inFlight;
    }

    /** Runs so many jobs; the seconds from the first beginning to the last end. */
    public double run(int count, Job job) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < inFlight; i++) {
                threads.execute(() -> {
                    for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                        job.run(index, System.nanoTime());
                    }
                });
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
