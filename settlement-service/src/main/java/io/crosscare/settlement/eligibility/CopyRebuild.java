package io.crosscare.settlement.eligibility;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One rebuilding of the read models, from the request to its end.
 *
 * @param id random
 * @param by the principal that asked
 * @param seenAt when its process last said that it still runs
 * @param endedAt null while it runs
 * @param hasFailed whether it ended without having read everything: an owner was silent, or its process stopped
 */
public record CopyRebuild(
        String id,
        String by,
        Instant startedAt,
        Instant seenAt,
        @Nullable Instant endedAt,
        boolean hasFailed,
        List<Part> parts) {

    /** After this long without a word its process is taken to have stopped. */
    public static final Duration SILENT_MAX = Duration.ofSeconds(30);

    public CopyRebuild {
        parts = List.copyOf(parts);
    }

    /**
     * One topic's share of the work.
     *
     * @param records that the owner told so far
     * @param missing of them, those that were not here
     * @param outdated of them, those that were here in an earlier version
     * @param withdrawn copies that were later than the owner's record, or had none: gone since
     */
    public record Part(CopiedTopic topic, long records, long missing, long outdated, long withdrawn, boolean isDone) {

        static Part of(CopiedTopic topic) {
            return new Part(topic, 0, 0, 0, 0, false);
        }

        Part plus(Part page) {
            return new Part(
                    topic,
                    records + page.records,
                    missing + page.missing,
                    outdated + page.outdated,
                    withdrawn + page.withdrawn,
                    page.isDone);
        }
    }

    static CopyRebuild begin(String id, String by, List<CopiedTopic> topics, Instant at) {
        return new CopyRebuild(
                id, by, at, at, null, false, topics.stream().map(Part::of).toList());
    }

    public boolean isRunningAt(Instant now) {
        return endedAt == null && seenAt.plus(SILENT_MAX).isAfter(now);
    }

    CopyRebuild with(Part part, Instant at) {
        Stream<Part> changed = parts.stream().map(known -> known.topic() == part.topic() ? part : known);
        return new CopyRebuild(id, by, startedAt, at, endedAt, hasFailed, changed.toList());
    }

    CopyRebuild ended(Instant at, boolean failed) {
        return new CopyRebuild(id, by, startedAt, at, at, failed, parts);
    }
}
