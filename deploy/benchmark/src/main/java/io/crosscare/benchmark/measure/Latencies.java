package io.crosscare.benchmark.measure;

import java.util.Arrays;

/** All latencies of one measurement, none left out and none put into classes, so that a percentile is one that occurred. */
public final class Latencies {

    private static final int PER_MILLE = 1_000;

    private final long[] sortedNanos;

    private Latencies(long[] sortedNanos) {
        this.sortedNanos = sortedNanos;
    }

    /** The latencies of those that were answered. */
    public static Latencies ofNanos(long... nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    public int count() {
        return sortedNanos.length;
    }

    /**
     * The smallest latency that at least so many of a thousand did not exceed (nearest rank).
     *
     * @param perMille 1 to 1,000; 500 is the median of an odd count, 1,000 the maximum
     */
    public long nanosAt(int perMille) {
        if (perMille < 1 || perMille > PER_MILLE || sortedNanos.length == 0) {
            throw new IllegalArgumentException(perMille + " of a thousand, of " + sortedNanos.length + " latencies");
        }
        long rank = Math.ceilDiv((long) sortedNanos.length * perMille, PER_MILLE);
        return sortedNanos[Math.toIntExact(rank) - 1];
    }
}
