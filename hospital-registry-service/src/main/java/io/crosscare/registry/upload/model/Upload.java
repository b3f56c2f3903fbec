package io.crosscare.registry.upload.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The upload of one record: always of its latest version, for an older one is of no use to anybody.
 *
 * @param recordId of the institution or filing
 * @param recordVersion which version has to arrive
 * @param acceptedVersion the last version that did; 0 when none has
 * @param region whose agency may see it: where the institution lies, or where the person of a filing is insured
 * @param body the record as JSON, without personal data
 * @param dueSince when this version became due, or was asked for once more
 * @param attempts how often this version was sent
 * @param nextAttemptAt when it is sent next; null when it is not
 * @param reason why the platform refused it, in its words; null otherwise
 * @param version counts the changes of this upload, from 1
 * @param at of the last change
 */
public record Upload(
        UploadKind kind,
        String recordId,
        long recordVersion,
        long acceptedVersion,
        RegionCode region,
        String body,
        UploadState state,
        Instant dueSince,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String reason,
        long version,
        Instant at) {

    private static final Duration PAUSE_MIN = Duration.ofSeconds(5);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(10);
    private static final int DOUBLINGS_MAX = 10;
    private static final int REASON_LENGTH_MAX = 200;
    private static final String SEPARATOR = ":";
    private static final long NONE_ACCEPTED = 0;

    /** A record that was never uploaded. */
    public static Upload due(
            UploadKind kind, String recordId, long recordVersion, RegionCode region, String body, Instant now) {
        return new Upload(
                kind,
                recordId,
                recordVersion,
                NONE_ACCEPTED,
                region,
                body,
                UploadState.DUE,
                now,
                /* attempts= */ 0,
                now,
                null,
                /* version= */ 1,
                now);
    }

    /** {@code FILING:f…}. */
    public String id() {
        return kind + SEPARATOR + recordId;
    }

    /** The same for every attempt at this version, so that the platform can know it. */
    public String idempotencyKey() {
        return kind + "/" + recordId + "/" + recordVersion;
    }

    /** A later version takes the place of this one, however far this one has come. */
    public Upload replacedBy(long newerVersion, RegionCode newRegion, String newBody, Instant now) {
        return new Upload(
                kind,
                recordId,
                newerVersion,
                acceptedVersion,
                newRegion,
                newBody,
                UploadState.DUE,
                now,
                /* attempts= */ 0,
                now,
                null,
                version + 1,
                now);
    }

    /** Written before it leaves, so that no attempt is forgotten with the process that made it. */
    public Upload sending(Instant now) {
        return with(UploadState.SENT, attempts + 1, now.plus(pauseAfter(attempts + 1)), null, now);
    }

    public Upload accepted(Instant now) {
        return with(UploadState.ACCEPTED, attempts, null, null, now);
    }

    /** Refused, with the platform's reason: control characters out, and no longer than people read. */
    public Upload refused(String why, Instant now) {
        String plain = why.replaceAll("\\p{Cntrl}", " ").strip();
        String shown = plain.length() <= REASON_LENGTH_MAX ? plain : plain.substring(0, REASON_LENGTH_MAX);
        return with(UploadState.REFUSED, attempts, null, shown, now);
    }

    /** It never left. */
    public Upload notSent(Instant now) {
        return with(UploadState.DUE, attempts, now.plus(pauseAfter(attempts)), null, now);
    }

    /** Somebody wants a refused one to be sent once more. */
    public Upload retried(Instant now) {
        return new Upload(
                kind,
                recordId,
                recordVersion,
                acceptedVersion,
                region,
                body,
                UploadState.DUE,
                now,
                attempts,
                now,
                null,
                version + 1,
                now);
    }

    /** Somebody does not want to wait until one that never left is sent by itself; it has been due for as long as before. */
    public Upload hastened(Instant now) {
        return with(UploadState.DUE, attempts, now, null, now);
    }

    public boolean isWaiting() {
        return switch (state) {
            case DUE, SENT -> true;
            case ACCEPTED, REFUSED -> false;
        };
    }

    private Upload with(UploadState next, int times, @Nullable Instant nextAttempt, @Nullable String why, Instant now) {
        long accepted = next == UploadState.ACCEPTED ? recordVersion : acceptedVersion;
        return new Upload(
                kind,
                recordId,
                recordVersion,
                accepted,
                region,
                body,
                next,
                dueSince,
                times,
                nextAttempt,
                why,
                version + 1,
                now);
    }

    private static Duration pauseAfter(int attempts) {
        Duration pause = PAUSE_MIN.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), DOUBLINGS_MAX));
        return pause.compareTo(PAUSE_MAX) < 0 ? pause : PAUSE_MAX;
    }
}
