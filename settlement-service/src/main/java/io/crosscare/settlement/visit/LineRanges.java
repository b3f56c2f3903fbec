package io.crosscare.settlement.visit;

import java.util.Collection;
import java.util.Iterator;
import java.util.TreeSet;

/** Line numbers as people write them: {@code 1-3,7}. */
final class LineRanges {

    /** A history is read by people; of scattered lines the first say enough. */
    private static final int LENGTH_MAX = 200;

    private LineRanges() {}

    /** Sorted, each once, neighbours joined; cut with {@code …} where there are too many. */
    static String of(Collection<Integer> numbers) {
        StringBuilder ranges = new StringBuilder();
        Iterator<Integer> sorted = new TreeSet<>(numbers).iterator();
        Integer next = sorted.hasNext() ? sorted.next() : null;
        while (next != null) {
            if (ranges.length() > LENGTH_MAX) {
                return ranges.append(",…").toString();
            }
            int first = next;
            int last = first;
            next = sorted.hasNext() ? sorted.next() : null;
            while (next != null && next == last + 1) {
                last = next;
                next = sorted.hasNext() ? sorted.next() : null;
            }
            ranges.append(ranges.isEmpty() ? "" : ",").append(first).append(first == last ? "" : "-" + last);
        }
        return ranges.toString();
    }
}
