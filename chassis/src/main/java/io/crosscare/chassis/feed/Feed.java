package io.crosscare.chassis.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One sequence of changes without gaps, read by readers who each want some of it. A bounded part of the sequence is looked
 * through for each answer, so who wants little may get an empty answer that is not the end.
 */
public final class Feed<T> {

    private static final int STRIDE = 200;
    private static final int LOOKED_THROUGH_MAX = 2_000;

    private final Sequence<T> sequence;
    private final ToLongFunction<T> seqOf;

    /**
     * Makes it.
     *
     * @param seqOf the place of a change in the sequence
     */
    public Feed(Sequence<T> sequence, ToLongFunction<T> seqOf) {
        this.sequence = sequence;
        this.seqOf = seqOf;
    }

    /** Where the changes are. */
    @FunctionalInterface
    public interface Sequence<T> {

        /** The changes that follow a place, in order, at most so many; fewer when the end is reached. */
        Flux<T> following(long seq, int limit);
    }

    /**
     * A part of the sequence.
     *
     * @param seq up to which it was read
     * @param isAtEnd whether nothing followed
     */
    public record Part<T>(List<T> changes, long seq, boolean isAtEnd) {

        public Part {
            changes = List.copyOf(changes);
        }
    }

    /** What follows a place, of what the reader wants. */
    public Mono<Part<T>> read(Predicate<T> isWanted, long after, int limit) {
        return read(isWanted, new Part<>(List.of(), after, false), after + LOOKED_THROUGH_MAX, limit);
    }

    private Mono<Part<T>> read(Predicate<T> isWanted, Part<T> before, long seqMax, int limit) {
        return sequence.following(before.seq(), STRIDE).collectList().flatMap(found -> {
            Part<T> next = add(isWanted, before, found, limit);
            boolean isEnough = next.isAtEnd() || next.changes().size() == limit || next.seq() >= seqMax;
            return isEnough ? Mono.just(next) : read(isWanted, next, seqMax, limit);
        });
    }

    private Part<T> add(Predicate<T> isWanted, Part<T> before, List<T> found, int limit) {
        List<T> changes = new ArrayList<>(before.changes());
        long seq = before.seq();
        for (T change : found) {
            if (changes.size() == limit) {
                return new Part<>(changes, seq, false);
            }
            seq = seqOf.applyAsLong(change);
            if (isWanted.test(change)) {
                changes.add(change);
            }
        }
        return new Part<>(changes, seq, found.size() < STRIDE);
    }
}
