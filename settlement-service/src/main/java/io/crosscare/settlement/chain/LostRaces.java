package io.crosscare.settlement.chain;

import io.crosscare.chassis.problem.ProblemException;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Computes and appends again when another entry won the place, or may be about to. Bounded: after {@link #ATTEMPTS_MAX} lost races the caller is
 * told to try again, and nothing of its own was stored.
 */
public final class LostRaces {

    public static final int ATTEMPTS_MAX = 8;

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration PAUSE_MAX = Duration.ofMillis(200);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private LostRaces() {}

    /** Marks an attempt whose place was taken. */
    public static <T> Mono<T> lost() {
        return Mono.error(LostRace::new);
    }

    /**
     * Repeats the attempt, from loading the head on.
     *
     * @param attempt deferred: each subscription loads, computes and appends anew
     */
    public static <T> Mono<T> retry(Mono<T> attempt) {
        return attempt.retryWhen(Retry.backoff(ATTEMPTS_MAX - 1, PAUSE)
                .maxBackoff(PAUSE_MAX)
                .jitter(0.75)
                .filter(LostRace.class::isInstance)
                .onRetryExhaustedThrow((_, _) -> ProblemException.busy(RETRY_AFTER)));
    }

    private static final class LostRace extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LostRace() {
            super("another entry won the place", null, false, false);
        }
    }
}
