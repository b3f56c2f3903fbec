package io.crosscare.benchmark.load;

import java.util.concurrent.locks.LockSupport;

/** Lets so many pass in a second, evenly. For preparations; what is measured has a schedule. */
public final class Pace {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long gapNanos;
    private long lastNanos;

    public Pace(int perSecond) {
        this(perSecond, System.nanoTime());
    }

    public Pace(int perSecond, long startNanos) {
        this.gapNanos = NANOS_PER_SECOND / perSecond;
        this.lastNanos = startNanos;
    }

    /** Waits for this caller's turn. */
    public void await() {
        long turn = turn(System.nanoTime());
        for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** When the turn of a caller is who comes now. */
    public synchronized long turn(long now) {
        lastNanos = Math.max(lastNanos + gapNanos, now);
        return lastNanos;
    }
}
