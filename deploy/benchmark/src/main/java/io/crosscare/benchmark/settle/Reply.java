package io.crosscare.benchmark.settle;

/**
 * What became of a request.
 *
 * @param dueNanos when it was meant to begin, counted from the beginning of the run
 * @param tookNanos from then to its end
 * @param label status, and of a refusal or a fault its type and reason
 */
record Reply(long dueNanos, long tookNanos, String label) {

    /** The label of a settlement that was answered. */
    static final String SETTLED = "201";

    private static final String UNAVAILABLE = "503 ";

    boolean isSettled() {
        return label.equals(SETTLED);
    }

    /** Whether it was told that this cannot be decided now, which is what a sick neighbour may lead to. */
    boolean isUnavailable() {
        return label.startsWith(UNAVAILABLE);
    }

    long endNanos() {
        return dueNanos + tookNanos;
    }
}
