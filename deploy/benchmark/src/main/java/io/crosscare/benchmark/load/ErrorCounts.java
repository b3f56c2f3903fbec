package io.crosscare.benchmark.load;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Everything that was not answered as it should be, by problem type. */
public final class ErrorCounts {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    public void count(String label) {
        counts.computeIfAbsent(label, _ -> new LongAdder()).increment();
    }

    public long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    public SortedMap<String, Long> byLabel() {
        SortedMap<String, Long> sums = new TreeMap<>();
        counts.forEach((label, count) -> sums.put(label, count.sum()));
        return sums;
    }
}
