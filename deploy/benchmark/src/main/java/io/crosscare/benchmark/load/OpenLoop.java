package io.crosscare.benchmark.load;

import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.measure.Schedule;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Begins jobs when they are due, whatever became of those before: a slow answer delays nobody else's question. When this
 * program itself is late, the job is still counted from when it was due, and the lateness is told beside it.
 */
public final class OpenLoop {

    /** More than any sound run has; a suite that has fallen so far behind does not hold the rate. */
    public static final int IN_FLIGHT_MAX = 2_000;

    private final Executor threads;
    private final LongSupplier nanoTime;
    private final LongConsumerUntil sleep;

    /** Waits until an instant of the same clock. */
    @FunctionalInterface
    public interface LongConsumerUntil {
        void until(long nanos);
    }

    public OpenLoop(Executor threads) {
        this(threads, System::nanoTime, OpenLoop::sleepUntil);
    }

    public OpenLoop(Executor threads, LongSupplier nanoTime, LongConsumerUntil sleep) {
        this.threads = threads;
        this.nanoTime = nanoTime;
        this.sleep = sleep;
    }

    /**
     * Hands out all jobs of the schedule; the caller waits for their ends.
     *
     * @param tooMany told of each job that was not begun because too many were in flight
     * @return how late each was handed out
     */
    public Latencies run(Schedule schedule, Job job, Runnable tooMany) {
        Semaphore places = new Semaphore(IN_FLIGHT_MAX);
        long[] late = new long[schedule.count()];
        for (int i = 0; i < schedule.count(); i++) {
            int index = i;
            long due = schedule.dueNanos(index);
            sleep.until(due);
            late[index] = Math.max(0, nanoTime.getAsLong() - due);
            if (places.tryAcquire()) {
                threads.execute(() -> {
                    try {
                        job.run(index, due);
                    } finally {
                        places.release();
                    }
                });
            } else {
                tooMany.run();
            }
        }
        return Latencies.ofNanos(late);
    }

    private static void sleepUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
