package io.crosscare.correction.desk.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * All refusals of one subject: every one counted, the first and the latest kept. The same set gives the same history, in
 * whatever order and however often its members arrive.
 *
 * @param count how many there were
 * @param recent the latest in their order, at most {@link #RECENT_MAX}; the first may be among them
 */
public record RefusalHistory(long count, SeenSequences seen, Refusal first, List<Refusal> recent) {

    public static final int RECENT_MAX = 20;

    public RefusalHistory {
        recent = List.copyOf(recent);
        if (recent.isEmpty()) {
            throw new IllegalArgumentException("a case begins with a refusal");
        }
    }

    static RefusalHistory of(Refusal refusal) {
        return new RefusalHistory(1, SeenSequences.NONE.with(refusal.sequence()), refusal, List.of(refusal));
    }

    public Refusal last() {
        return recent.getLast();
    }

    /** First and recent ones in their order, each once. */
    public List<Refusal> kept() {
        return recent.contains(first)
                ? recent
                : Stream.concat(Stream.of(first), recent.stream()).toList();
    }

    boolean holds(Refusal refusal) {
        return seen.contains(refusal.sequence());
    }

    RefusalHistory with(Refusal refusal) {
        List<Refusal> sorted = Stream.concat(recent.stream(), Stream.of(refusal))
                .sorted(Refusal.IN_ORDER)
                .toList();
        boolean isEarliest = Refusal.IN_ORDER.compare(refusal, first) < 0;
        return new RefusalHistory(
                count + 1,
                seen.with(refusal.sequence()),
                isEarliest ? refusal : first,
                sorted.subList(Math.max(0, sorted.size() - RECENT_MAX), sorted.size()));
    }
}
