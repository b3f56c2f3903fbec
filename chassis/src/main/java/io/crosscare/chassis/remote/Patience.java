package io.crosscare.chassis.remote;

import feign.FeignException;
import io.crosscare.chassis.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * One neighbour, asked with patience: asking changes nothing, so it is repeated for a while before the neighbour is taken to be
 * silent. What it refuses is a fault between the services and counts as silence too; only that it does not have a thing is an
 * answer.
 */
public record Patience(String peer, RemoteCall call) {

    private static final int REPEATS_MAX = 4;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final int NOT_FOUND = 404;

    /** The answer; {@code peer-unavailable} when none came. */
    public <T> Mono<T> ask(Callable<T> client) {
        return patiently(call.call(client));
    }

    /** As {@link #ask}; empty when the neighbour does not have what is asked for. */
    public <T> Mono<T> find(Callable<T> client) {
        return patiently(call.call(client).onErrorComplete(Patience::isNotFound));
    }

    private <T> Mono<T> patiently(Mono<T> answer) {
        return answer.onErrorMap(FeignException.class, this::unavailable)
                .retryWhen(Retry.backoff(REPEATS_MAX, PAUSE)
                        .filter(ProblemException.class::isInstance)
                        .onRetryExhaustedThrow((_, last) -> last.failure()));
    }

    private Throwable unavailable(FeignException refused) {
        return ProblemException.peerUnavailable(peer, RETRY_AFTER, refused);
    }

    private static boolean isNotFound(Throwable error) {
        return error instanceof FeignException answer && answer.status() == NOT_FOUND;
    }
}
