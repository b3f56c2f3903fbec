package io.crosscare.settlement.audit.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an audit has found so far: how much was checked and what was violated, by invariant. Every violation is counted, the
 * first {@link #LISTED_MAX} of each invariant are kept. Not for use by several threads at once.
 */
public final class Tally {

    public static final int LISTED_MAX = 20;

    private final Map<Invariant, Line> lines = new EnumMap<>(Invariant.class);

    /** Of one invariant. */
    public record Count(long checked, long violated, List<Violation> listed) {

        static final Count NONE = new Count(0, 0, List.of());

        public Count {
            listed = List.copyOf(listed);
        }
    }

    public void checked(Invariant invariant, long times) {
        line(invariant).checked += times;
    }

    public void violated(Violation violation) {
        Line line = line(violation.invariant());
        line.violated++;
        line.list(violation);
    }

    public void violated(Collection<Violation> violations) {
        violations.forEach(this::violated);
    }

    public void add(Tally other) {
        other.lines.forEach((invariant, more) -> {
            Line line = line(invariant);
            line.checked += more.checked;
            line.violated += more.violated;
            more.listed.forEach(line::list);
        });
    }

    public Count of(Invariant invariant) {
        Line line = lines.get(invariant);
        return line == null ? Count.NONE : new Count(line.checked, line.violated, line.listed);
    }

    private Line line(Invariant invariant) {
        return lines.computeIfAbsent(invariant, _ -> new Line());
    }

    private static final class Line {

        private long checked;
        private long violated;
        private final List<Violation> listed = new ArrayList<>();

        void list(Violation violation) {
            if (listed.size() < LISTED_MAX) {
                listed.add(violation);
            }
        }
    }
}
