package io.crosscare.chassis.autoconfigure;

import io.crosscare.chassis.event.EventConsumers;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.KafkaAdmin;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Whether the broker answers and the consumers run. Without it a service still works on what it stores and knows, so the
 * worst it says is {@link #DEGRADED}, which keeps the service ready.
 */
final class EventBrokerHealth implements ReactiveHealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private final KafkaAdmin admin;
    private final EventConsumers consumers;

    EventBrokerHealth(KafkaAdmin admin, EventConsumers consumers) {
        this.admin = admin;
        this.consumers = consumers;
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromCallable(() -> admin.clusterId() != null)
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(DEADLINE)
                .onErrorReturn(false)
                .map(isAnswering -> {
                    boolean isConsuming = consumers.areConsuming();
                    Health.Builder health = isAnswering && isConsuming ? Health.up() : Health.status(DEGRADED);
                    return health.withDetail("broker", isAnswering ? "answers" : "silent")
                            .withDetail("consumers", isConsuming ? "running" : "stopped")
                            .build();
                });
    }
}
