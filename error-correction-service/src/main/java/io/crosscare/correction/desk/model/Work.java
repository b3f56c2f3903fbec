package io.crosscare.correction.desk.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the desk itself found out and did about a case. Bounded; what is oldest gives way.
 *
 * @param cause as last diagnosed; null before that, and in cases stored before there were diagnoses
 * @param recheck settlement's last word on the bill; null while it was not asked
 * @param checks how often it was asked in a row without a change
 * @param nextCheckAt when it is asked next; null when it is not
 * @param runs the latest repairs
 * @param runsByHand how many of all repairs somebody asked for
 * @param misled how often a bill that the desk had called ready was refused again for the same cause; a fault that comes back is
 *     another fault, of which the desk could not have known
 * @param group the common case this patient belongs to; null for a case of its own
 * @param outage what of a common case is counted; null for every other
 */
public record Work(
        @Nullable Cause cause,
        @Nullable Recheck recheck,
        int checks,
        @Nullable Instant nextCheckAt,
        List<RepairRun> runs,
        long runsByHand,
        long misled,
        @Nullable CaseId group,
        @Nullable Outage outage) {

    public static final int RUNS_MAX = 40;

    /** Nothing known yet, and nothing to be asked. */
    public static final Work NONE = new Work(null, null, 0, null, List.of(), 0, 0, null, null);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS_MAX = 10;

    /** A cause that has not gone in this time is left to people; the next refusal or filing asks again. */
    private static final int CHECKS_MAX = 400;

    public Work {
        runs = List.copyOf(runs);
    }

    /** Settlement is to be asked soon. */
    static Work begun(Instant now, @Nullable CaseId group) {
        return new Work(null, null, 0, now.plus(FIRST), List.of(), 0, 0, group, null);
    }

    static Work common(Outage outage) {
        return new Work(null, null, 0, null, List.of(), 0, 0, null, outage);
    }

    /** Whether settlement's last word was that the bill settles. */
    public boolean isReady() {
        return recheck != null && recheck.outcome() == Recheck.Outcome.READY;
    }

    /** Whether settlement's last word was that the visit was cancelled. */
    boolean isCancelled() {
        return recheck != null && recheck.outcome() == Recheck.Outcome.VISIT_CANCELLED;
    }

    /** Whether nothing is left to settle: the visit was cancelled, or nobody waits in a common case any more. */
    boolean isMoot() {
        return outage == null ? isCancelled() : outage.waiting() == 0;
    }

    /** The run that this request asked for. */
    public Optional<RepairRun> runOf(String keyHash) {
        return runs.stream().filter(run -> keyHash.equals(run.keyHash())).findFirst();
    }

    Work diagnosed(Cause found) {
        return found == cause
                ? this
                : new Work(found, recheck, checks, nextCheckAt, runs, runsByHand, misled, group, outage);
    }

    /** Something has changed that may have mended it. */
    Work hurried(Instant now) {
        return new Work(cause, recheck, 0, now, runs, runsByHand, misled, group, outage);
    }

    /** Refused again: what settlement said before that counts no more. */
    Work refused(Refusal refusal, Instant now) {
        if (outage != null || (recheck != null && !recheck.at().isBefore(refusal.refusedAt()))) {
            return this;
        }
        return new Work(
                cause,
                null,
                0,
                now.plus(FIRST),
                runs,
                runsByHand,
                misled + (isReady() && !refusal.subject().reason().isFault() ? 1 : 0),
                group,
                outage);
    }

    Work rested() {
        return nextCheckAt == null
                ? this
                : new Work(cause, recheck, checks, null, runs, runsByHand, misled, group, outage);
    }

    /** Settlement has answered. It is asked again at growing intervals, until there is nothing more to hear. */
    Work rechecked(Recheck told, Instant now) {
        int sameInARow = told.saysAs(recheck) ? checks + 1 : 0;
        boolean isOver = told.outcome() == Recheck.Outcome.SETTLED
                || told.outcome() == Recheck.Outcome.VISIT_CANCELLED
                || told.outcome() == Recheck.Outcome.NOT_POSSIBLE
                || sameInARow >= CHECKS_MAX;
        return new Work(
                cause,
                told,
                sameInARow,
                isOver ? null : now.plus(pauseAfter(sameInARow)),
                runs,
                runsByHand,
                misled,
                group,
                outage);
    }

    private static Duration pauseAfter(int sameInARow) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(sameInARow, DOUBLINGS_MAX));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    Work ran(List<RepairRun> more) {
        List<RepairRun> all = Stream.concat(runs.stream(), more.stream()).toList();
        long byHand = more.stream().filter(run -> !run.isAutomatic()).count();
        return new Work(
                cause,
                recheck,
                checks,
                nextCheckAt,
                all.subList(Math.max(0, all.size() - RUNS_MAX), all.size()),
                runsByHand + byHand,
                misled,
                group,
                outage);
    }

    Work counted(Outage now) {
        return new Work(cause, recheck, checks, nextCheckAt, runs, runsByHand, misled, group, now);
    }
}
