package io.crosscare.chassis.remote;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;

/** Makes one {@link RemoteCall} per neighbour; its breaker and metrics bear the neighbour's name. */
public final class RemoteCalls {

    private final CircuitBreakerRegistry breakers;
    private final Duration deadline;

    /** All calls share one deadline. */
    public RemoteCalls(CircuitBreakerRegistry breakers, Duration deadline) {
        this.breakers = breakers;
        this.deadline = deadline;
    }

    public RemoteCall to(String peer) {
        return new RemoteCall(peer, breakers.circuitBreaker(peer), deadline);
    }
}
