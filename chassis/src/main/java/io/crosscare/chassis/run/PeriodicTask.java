package io.crosscare.chassis.run;

import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Work that is done again and again while a service runs, never two of the same at once; a failure is logged, counted and
 * tried again at the next turn.
 *
 * @param pause from the end of one turn to the beginning of the next
 */
public record PeriodicTask(String name, Duration pause, Supplier<Mono<Void>> work) {}
