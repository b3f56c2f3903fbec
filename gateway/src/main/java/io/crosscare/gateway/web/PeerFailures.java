package io.crosscare.gateway.web;

import io.crosscare.chassis.problem.Blame;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.gateway.routes.Door;
import io.crosscare.gateway.routes.Peer;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.netty.handler.timeout.TimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/**
 * Says honestly what became of a request whose service did not answer. Not sent: 503, nothing happened. Sent, and the answer
 * lost or late: for reading the same, for anything else 504, the outcome is unknown and the same request may be sent again
 * under its key. A service that keeps failing is left alone for a while. Never a made-up answer.
 */
public final class PeerFailures implements GlobalFilter, Ordered {

    private static final Text UNKNOWN_OUTCOME = Text.of(
            "未收到答复，结果未知；请用同一 Idempotency-Key 重发同一请求",
            "No answer arrived and the outcome is unknown; send the same request again with the same Idempotency-Key");

    private final Map<Peer, CircuitBreaker> breakers = new EnumMap<>(Peer.class);
    private final Duration retryAfter;

    public PeerFailures(CircuitBreakerRegistry registry, Duration retryAfter) {
        this.retryAfter = retryAfter;
        CircuitBreakerConfig config = CircuitBreakerConfig.from(registry.getDefaultConfig())
                .ignoreException(_ -> false)
                .recordException(PeerFailures::isPeers)
                .build();
        for (Peer peer : Peer.values()) {
            breakers.put(peer, registry.circuitBreaker(peer.label(), config));
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Door door = Passage.requireDoor(exchange);
        return chain.filter(exchange)
                .onErrorMap(failure -> problemOf(failure, door))
                .transformDeferred(CircuitBreakerOperator.of(breakers.get(door.peer())))
                .onErrorMap(CallNotPermittedException.class, open -> unavailable(door, open));
    }

    /** Outside everything that sends. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private Throwable problemOf(Throwable failure, Door door) {
        return switch (failure) {
            case ConnectException _, UnknownHostException _, NoRouteToHostException _ -> unavailable(door, failure);
            case PoolAcquireTimeoutException _ -> ProblemException.busy(retryAfter);
            case ResponseStatusException late
            when late.getStatusCode().equals(HttpStatus.GATEWAY_TIMEOUT) -> unanswered(door);
            case TimeoutException _ -> unanswered(door);
            case IOException _ -> door.method().isSafe() ? unavailable(door, failure) : unanswered(door);
            default -> failure;
        };
    }

    private ProblemException unavailable(Door door, Throwable cause) {
        return ProblemException.peerUnavailable(door.peer().label(), retryAfter, cause);
    }

    private ProblemException unanswered(Door door) {
        ProblemException problem = door.method().isSafe()
                ? ProblemException.of(
                        ProblemType.PEER_TIMEOUT,
                        Text.of("相关系统超时，请稍后再试", "A neighbouring system did not answer in time, try again"))
                : ProblemException.of(ProblemType.PEER_TIMEOUT, UNKNOWN_OUTCOME);
        return problem.with("peer", door.peer().label()).retryAfter(retryAfter);
    }

    private static boolean isPeers(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type().blame() == Blame.PEER;
    }
}
