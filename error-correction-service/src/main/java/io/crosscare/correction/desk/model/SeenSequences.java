package io.crosscare.correction.desk.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Which numbers of a sequence have been counted, as ranges in ascending order, so that each is counted once however often and
 * in whatever order they come. Bounded: beyond {@link #RANGES_MAX} ranges the two oldest become one, and what lay between them
 * is held to be seen; such a number would have to be that many others late.
 */
public record SeenSequences(List<Range> ranges) {

    public static final SeenSequences NONE = new SeenSequences(List.of());
    public static final int RANGES_MAX = 200;

    public SeenSequences {
        ranges = List.copyOf(ranges);
    }

    /** Both ends belong to it. */
    public record Range(long from, long to) {

        boolean contains(long number) {
            return from <= number && number <= to;
        }

        /** Whether both together are one range. */
        boolean touches(Range next) {
            return next.from <= to + 1;
        }

        Range joined(Range next) {
            return new Range(from, Math.max(to, next.to));
        }
    }

    public boolean contains(long number) {
        return ranges.stream().anyMatch(range -> range.contains(number));
    }

    SeenSequences with(long number) {
        List<Range> sorted = new ArrayList<>(ranges);
        int place = 0;
        while (place < sorted.size() && sorted.get(place).from() < number) {
            place++;
        }
        sorted.add(place, new Range(number, number));
        List<Range> joined = new ArrayList<>();
        for (Range range : sorted) {
            if (!joined.isEmpty() && joined.getLast().touches(range)) {
                joined.set(joined.size() - 1, joined.getLast().joined(range));
            } else {
                joined.add(range);
            }
        }
        if (joined.size() > RANGES_MAX) {
            joined.set(0, joined.get(0).joined(joined.remove(1)));
        }
        return new SeenSequences(joined);
    }
}
