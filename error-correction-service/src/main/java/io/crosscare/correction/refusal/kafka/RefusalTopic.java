package io.crosscare.correction.refusal.kafka;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.correction.refusal.RecordRefusal;
import io.crosscare.correction.refusal.model.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

/** Takes refusals off their topic and counts the new ones by reason. */
public final class RefusalTopic implements EventHandler {

    public static final Topic TOPIC = Topic.fact("settlement.refusal.v1");

    private final RecordRefusal recordRefusal;
    private final MeterRegistry meters;

    public RefusalTopic(RecordRefusal recordRefusal, MeterRegistry meters) {
        this.recordRefusal = recordRefusal;
        this.meters = meters;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Mono<Void> on(ReceivedEvent event) {
        Refusal refusal = event.bodyAs(RefusalMessage.class).toRefusal();
        return recordRefusal
                .record(refusal)
                .doOnNext(isNews -> count(refusal, isNews))
                .then();
    }

    private void count(Refusal refusal, boolean isNews) {
        String outcome = isNews ? "kept" : "known";
        meters.counter("crosscare.refusals.received", "reason", refusal.reason(), "outcome", outcome)
                .increment();
    }
}
