package io.crosscare.correction.desk.model;

import io.crosscare.correction.desk.model.Refusal.KnownVersions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What settlement said when the desk asked it to preview the bill again. Before a no it has asked the owners itself and renewed
 * its copies, so a recheck repairs a copy that was behind.
 *
 * @param reason why not; null unless refused
 * @param settlementId the live settlement; null unless settled
 * @param known versions it knew then
 * @param stale owners whose copies were not fresh
 * @param unlisted codes of the bill that the catalogue of the day does not have, at most {@link #UNLISTED_MAX}
 */
public record Recheck(
        Instant at,
        Outcome outcome,
        @Nullable String reason,
        @Nullable String message,
        @Nullable String messageEn,
        @Nullable String settlementId,
        KnownVersions known,
        Set<String> stale,
        List<String> unlisted) {

    public static final int UNLISTED_MAX = 20;

    public Recheck {
        stale = Set.copyOf(stale);
        unlisted = unlisted.stream().limit(UNLISTED_MAX).toList();
    }

    /** How the bill stands. */
    public enum Outcome {
        /** It would be settled now. */
        READY,
        /** It would be refused now. */
        REFUSED,
        /** It is settled. */
        SETTLED,
        /** A settlement of it is in flight. */
        IN_PROGRESS,
        /** The visit was cancelled: nothing is to be settled any more. */
        VISIT_CANCELLED,
        /** Nothing can be previewed: no such visit, no lines. */
        NOT_POSSIBLE,
        /** Settlement, or one it had to ask, was silent. */
        UNANSWERED
    }

    /** Without details. */
    public static Recheck of(Outcome outcome, Instant at) {
        return new Recheck(
                at, outcome, null, null, null, null, new KnownVersions(null, null, List.of()), Set.of(), List.of());
    }

    /** What asking came to, as a repair. */
    public RepairRun.Outcome runOutcome() {
        return switch (outcome) {
            case READY, SETTLED, VISIT_CANCELLED -> RepairRun.Outcome.DONE;
            case REFUSED, IN_PROGRESS, NOT_POSSIBLE -> RepairRun.Outcome.NOTHING_FOUND;
            case UNANSWERED -> RepairRun.Outcome.UNANSWERED;
        };
    }

    /** Whether it says the same, whenever it was said. */
    boolean saysAs(@Nullable Recheck other) {
        return other != null
                && outcome == other.outcome
                && Objects.equals(reason, other.reason)
                && unlisted.equals(other.unlisted);
    }
}
