package io.crosscare.correction.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import reactor.core.publisher.Mono;

/** Counts the dead letters that wait, so that the gauge is right after a restart and in every instance. */
public final class CountDeadLetters {

    private final DeadLetters letters;
    private final MultiGauge waiting;

    public CountDeadLetters(DeadLetters letters, MeterRegistry meters) {
        this.letters = letters;
        this.waiting = MultiGauge.builder("crosscare.dead.letters.waiting")
                .description("Dead letters that wait for an operator; every instance says the same")
                .register(meters);
    }

    public Mono<Void> count() {
        return letters.waiting()
                .<MultiGauge.Row<?>>map(one -> MultiGauge.Row.of(Tags.of("topic", one.topic()), one.letters()))
                .collectList()
                .doOnNext(rows -> waiting.register(rows, true))
                .then();
    }
}
