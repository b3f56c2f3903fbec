package io.crosscare.benchmark.load;

/** One visit's work, run on a thread of its own. It counts its errors itself and throws none. */
@FunctionalInterface
public interface Job {

    /**
     * Does it.
     *
     * @param index which one, from 0
     * @param dueNanos when it was meant to begin, which is where its latency begins
     */
    void run(int index, long dueNanos);
}
