package io.crosscare.chassis.remote;

import feign.FeignException;
import io.crosscare.chassis.problem.ProblemException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * One neighbour as a reactive call: the blocking client runs on a virtual thread, within a deadline and behind a breaker. What
 * the neighbour refuses (4xx) comes through as its {@link FeignException}; everything else that goes wrong is
 * {@code peer-unavailable}, and nothing has happened.
 */
public final class RemoteCall {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final ContextSnapshotFactory SNAPSHOTS =
            ContextSnapshotFactory.builder().build();

    private final String peer;
    private final CircuitBreaker breaker;
    private final Duration deadline;

    RemoteCall(String peer, CircuitBreaker breaker, Duration deadline) {
        this.peer = peer;
        this.breaker = breaker;
        this.deadline = deadline;
    }

    /** Runs the client; completes empty when it returns null. */
    public <T> Mono<T> call(Callable<T> client) {
        return Mono.<T>deferContextual(context -> Mono.fromCallable(() -> {
                            try (ContextSnapshot.Scope _ = SNAPSHOTS.setThreadLocalsFrom(context)) {
                                return client.call();
                            }
                        })
                        .subscribeOn(Schedulers.boundedElastic()))
                .timeout(deadline)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(error -> !isRefusal(error), this::unavailable);
    }

    /** Whether the neighbour answered that it will not; no reason to think it is ill. */
    public static boolean isRefusal(Throwable error) {
        return error instanceof FeignException answer && answer.status() >= 400 && answer.status() < 500;
    }

    private Throwable unavailable(Throwable error) {
        return ProblemException.peerUnavailable(peer, RETRY_AFTER, error);
    }
}
