package io.crosscare.chassis.run;

import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Work that must succeed before a service reports ready; repeated with back-off until it does, so it must be idempotent.
 *
 * @param order lower first: {@link #INDEXES}, {@link #TOPICS}, {@link #SEEDS}
 */
public record StartupTask(String name, int order, Supplier<Mono<Void>> work) {

    public static final int INDEXES = 0;
    public static final int TOPICS = 10;
    public static final int SEEDS = 100;
    public static final int CONSUMERS = 200;
}
