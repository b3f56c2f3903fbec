package io.crosscare.benchmark.measure;

/**
 * When the requests of an open loop are meant to begin: evenly, whatever became of those before. Latency is counted from here,
 * so that a request that had to wait for its turn shows the wait.
 *
 * @param firstNanos when the first one begins, on the clock of {@link System#nanoTime()}
 */
public record Schedule(long firstNanos, int perSecond, int count) {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public Schedule {
        if (perSecond < 1 || count < 0) {
            throw new IllegalArgumentException("a schedule has a positive rate and no negative count");
        }
    }

    /** So many seconds at a rate. */
    public static Schedule of(long firstNanos, int perSecond, int seconds) {
        return new Schedule(firstNanos, perSecond, Math.multiplyExact(perSecond, seconds));
    }

    /** When the request at this index, counted from 0, is due. Rounding errors do not add up. */
    public long dueNanos(int index) {
        return firstNanos + index * NANOS_PER_SECOND / perSecond;
    }
}
