package io.crosscare.benchmark.settle;

import java.util.concurrent.locks.LockSupport;

/** Lets so many pass in a second, evenly. For preparations; what is measured has a schedule. */
final class Pace {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long gapNanos;
    private long nextNanos = System.nanoTime();

    Pace(int perSecond) {
        this.gapNanos = NANOS_PER_SECOND / perSecond;
    }

    /** Waits for this caller's turn. */
    void await() {
        long turn = take(System.nanoTime());
        for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private synchronized long take(long now) {
        nextNanos = Math.max(nextNanos + gapNanos, now);
        return nextNanos;
    }
}
