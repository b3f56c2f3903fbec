package io.crosscare.settlement.audit.model;

import java.time.Instant;
import java.util.List;

/**
 * One audit of the whole store, from the request to its result. One runs at a time; a process that stops leaves it behind, and
 * it is then said to be interrupted.
 *
 * @param number counts audits from 1
 * @param requestKey who asked for it and under which key
 * @param instance the process that runs it
 */
public record Audit(
        String id,
        long number,
        String requestKey,
        String instance,
        Instant startedAt,
        Progress progress,
        Course course) {

    /** In which state it is. */
    public sealed interface Course {}

    /**
     * Under way.
     *
     * @param seenAt when its process last said so
     */
    public record Running(Instant seenAt) implements Course {}

    /** Every invariant was checked. */
    public record Finished(Instant at, List<InvariantResult> results) implements Course {

        public Finished {
            results = List.copyOf(results);
        }

        public boolean hasHeld() {
            return results.stream().allMatch(result -> result.state() == InvariantResult.State.HELD);
        }
    }

    /**
     * It says nothing about the store as a whole.
     *
     * @param results what was found nevertheless; empty where it stopped half-way
     */
    public record Failed(Instant at, Failure failure, List<InvariantResult> results) implements Course {

        public Failed {
            results = List.copyOf(results);
        }
    }

    /** Why there is no result. */
    public enum Failure {
        /** Its process stopped. */
        INTERRUPTED,
        /** The store or the auditor itself failed; the log of the service says how. */
        ERROR,
        /** Nothing was found wrong, but a neighbour that had to be asked did not answer. */
        NOT_ALL_CHECKED
    }

    /** The state in one word, as it is told outside. */
    public enum State {
        RUNNING,
        HELD,
        VIOLATED,
        FAILED
    }

    public State state() {
        return switch (course) {
            case Running _ -> State.RUNNING;
            case Finished finished -> finished.hasHeld() ? State.HELD : State.VIOLATED;
            case Failed _ -> State.FAILED;
        };
    }

    public static Audit begun(String id, long number, String requestKey, String instance, Instant now) {
        return new Audit(id, number, requestKey, instance, now, Progress.NONE, new Running(now));
    }

    public boolean isRunning() {
        return course instanceof Running;
    }

    public boolean isSilentSince(Instant instant) {
        return course instanceof Running(Instant seenAt) && seenAt.isBefore(instant);
    }

    public Audit seen(Instant now, Progress reached) {
        return in(reached, new Running(now));
    }

    /** Ended, with what was found. What is violated is a result even where not everything could be checked. */
    public Audit ended(Instant now, Progress reached, List<InvariantResult> results) {
        boolean isViolated = results.stream().anyMatch(result -> result.state() == InvariantResult.State.VIOLATED);
        boolean isWhole = results.stream().allMatch(result -> result.unchecked() == null);
        return in(
                reached,
                isViolated || isWhole ? new Finished(now, results) : new Failed(now, Failure.NOT_ALL_CHECKED, results));
    }

    public Audit failed(Instant now, Failure failure) {
        return in(progress, new Failed(now, failure, List.of()));
    }

    private Audit in(Progress reached, Course next) {
        if (!isRunning()) {
            throw new IllegalStateException("an audit that has ended stays as it ended");
        }
        return new Audit(id, number, requestKey, instance, startedAt, reached, next);
    }
}
