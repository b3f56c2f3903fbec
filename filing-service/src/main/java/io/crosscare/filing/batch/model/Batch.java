package io.crosscare.filing.batch.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of many rows, and how far it has been worked on. What is done stays done: the file is sent again after a break, and goes
 * on where it stopped.
 *
 * @param agencyRegion of the agency that sends it
 * @param by the principal's subject
 * @param sending counts how often the file has been sent; who is behind the latest has been overtaken
 * @param startedAt when it was first sent
 * @param sentAt when it was sent the latest time
 * @param linesBefore how many lines were done when it was sent the latest time
 * @param updatedAt when the progress was last written
 * @param completedAt null while rows are to come
 */
public record Batch(
        BatchId id,
        BatchKind kind,
        RegionCode agencyRegion,
        String by,
        Progress progress,
        int sending,
        Instant startedAt,
        Instant sentAt,
        int linesBefore,
        Instant updatedAt,
        @Nullable Instant completedAt) {

    /** A block of rows takes a second or two; nothing for so long means that nobody is sending. */
    public static final Duration SILENCE_MAX = Duration.ofSeconds(60);

    public static Batch begin(BatchId id, BatchKind kind, RegionCode agencyRegion, String by, Instant at) {
        return new Batch(id, kind, agencyRegion, by, Progress.NONE, 1, at, at, 0, at, null);
    }

    /** The same file has begun to arrive once more. */
    public Batch sendAgain(String sender, Instant at) {
        return new Batch(
                id, kind, agencyRegion, sender, progress, sending + 1, startedAt, at, progress.lines(), at, null);
    }

    /** The file is done as far as these lines. */
    public Batch advance(int lines, String content, List<RowResult> results, Instant at) {
        Progress further = new Progress(lines, content, progress.counts().plus(results));
        return new Batch(id, kind, agencyRegion, by, further, sending, startedAt, sentAt, linesBefore, at, completedAt);
    }

    public Batch complete(Instant at) {
        return new Batch(id, kind, agencyRegion, by, progress, sending, startedAt, sentAt, linesBefore, at, at);
    }

    public BatchPlace place() {
        return BatchPlace.of(startedAt, id);
    }

    public boolean isCompleted() {
        return completedAt != null;
    }

    public BatchState stateAt(Instant now) {
        if (isCompleted()) {
            return BatchState.COMPLETED;
        }
        return updatedAt.plus(SILENCE_MAX).isBefore(now) ? BatchState.INTERRUPTED : BatchState.RECEIVING;
    }

    /** How fast it went since it was sent the latest time; zero until something is known. */
    public long rowsPerSecond() {
        long millis = Duration.between(sentAt, updatedAt).toMillis();
        return millis <= 0 ? 0 : (progress.lines() - linesBefore) * 1000L / millis;
    }
}
