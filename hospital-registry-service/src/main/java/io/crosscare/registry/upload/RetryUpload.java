package io.crosscare.registry.upload;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.upload.model.Upload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Sends a record now: a refused one once more, when whoever answers for it has put right what the platform did not like, and
 * one that never left without waiting for its time. What has left is not sent beside itself.
 */
public final class RetryUpload {

    private static final int ATTEMPTS_MAX = 4;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Uploads uploads;
    private final Clock clock;

    public RetryUpload(Uploads uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    /** What became of the wish. */
    public sealed interface Outcome {

        /** It is sent as soon as its turn comes. */
        record Due(Upload upload) implements Outcome {}

        /** It has left or arrived, so there is nothing to send now. */
        record NothingToSend(Upload upload) implements Outcome {}
    }

    /** Empty when there is no such upload for the caller. */
    public Mono<Outcome> retry(String id, Predicate<RegionCode> mayAsk) {
        return retry(id, mayAsk, ATTEMPTS_MAX);
    }

    private Mono<Outcome> retry(String id, Predicate<RegionCode> mayAsk, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return uploads.find(id).filter(upload -> mayAsk.test(upload.region())).flatMap(upload -> {
            Upload next = nextOf(upload, clock.instant());
            return next == null
                    ? Mono.just(new Outcome.NothingToSend(upload))
                    : uploads.put(next)
                            .flatMap(isDone ->
                                    isDone ? Mono.just(new Outcome.Due(next)) : retry(id, mayAsk, attemptsLeft - 1));
        });
    }

    /** Null where nothing is to be sent now. */
    private static @Nullable Upload nextOf(Upload upload, Instant now) {
        return switch (upload.state()) {
            case REFUSED -> upload.retried(now);
            case DUE -> upload.hastened(now);
            case SENT, ACCEPTED -> null;
        };
    }
}
