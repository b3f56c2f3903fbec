package io.crosscare.chassis.autoconfigure;

import io.crosscare.chassis.run.PeriodicTask;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What this process says of the store and the broker, as a gauge: one while it is well, zero while it is not, not a number
 * until it was first asked. Asked every {@link #EVERY}, never by a scrape.
 */
final class HealthMeters {

    static final Duration EVERY = Duration.ofSeconds(10);

    private final Map<String, ReactiveHealthIndicator> indicators;
    private final Map<String, Double> last = new ConcurrentHashMap<>();

    HealthMeters(Map<String, ReactiveHealthIndicator> indicators, MeterRegistry meters) {
        this.indicators = Map.copyOf(indicators);
        for (String component : indicators.keySet()) {
            Gauge.builder("crosscare.health", last, all -> all.getOrDefault(component, Double.NaN))
                    .description("Whether a component of readiness is up")
                    .tag("component", component)
                    .strongReference(true)
                    .register(meters);
        }
    }

    PeriodicTask task() {
        return new PeriodicTask("health", EVERY, this::refresh);
    }

    Mono<Void> refresh() {
        return Flux.fromIterable(indicators.entrySet())
                .concatMap(one -> one.getValue().health().doOnNext(health -> last.put(one.getKey(), value(health))))
                .then();
    }

    private static double value(Health health) {
        return health.getStatus().equals(Status.UP) ? 1 : 0;
    }
}
