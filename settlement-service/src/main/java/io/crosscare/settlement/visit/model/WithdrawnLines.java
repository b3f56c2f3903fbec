package io.crosscare.settlement.visit.model;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which fee lines of a visit were ever taken back, so that taking them back again is told from a number that never was there.
 * A number stays here when it is uploaded again.
 *
 * @param numbers of lines, by the name of their batch
 */
public record WithdrawnLines(SortedMap<String, NavigableSet<Integer>> numbers) {

    public static final WithdrawnLines NONE = new WithdrawnLines(new TreeMap<>());

    public WithdrawnLines {
        numbers = copyOf(numbers);
    }

    public boolean hasLine(int number) {
        return numbers.values().stream().anyMatch(ofBatch -> ofBatch.contains(number));
    }

    public boolean hasBatch(String name) {
        return numbers.containsKey(name);
    }

    /** How many of them. */
    public int count() {
        return numbers.values().stream().mapToInt(Collection::size).sum();
    }

    WithdrawnLines with(Collection<VisitLine> lines) {
        SortedMap<String, NavigableSet<Integer>> all = copyOf(numbers);
        lines.forEach(line -> all.computeIfAbsent(line.batch(), _ -> new TreeSet<>())
                .add(line.line().lineNumber()));
        return new WithdrawnLines(all);
    }

    private static SortedMap<String, NavigableSet<Integer>> copyOf(Map<String, NavigableSet<Integer>> numbers) {
        SortedMap<String, NavigableSet<Integer>> copy = new TreeMap<>();
        numbers.forEach((batch, ofBatch) -> copy.put(batch, new TreeSet<>(ofBatch)));
        return copy;
    }
}
