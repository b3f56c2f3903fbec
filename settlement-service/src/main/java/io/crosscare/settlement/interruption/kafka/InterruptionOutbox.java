package io.crosscare.settlement.interruption.kafka;

import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.interruption.Interruptions;
import io.crosscare.settlement.interruption.Interruptions.StoredInterruption;
import io.crosscare.settlement.interruption.model.Interruption;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Publishes interruptions, from which the correction desk opens its cases of faults. */
public final class InterruptionOutbox implements Outbox {

    public static final Topic TOPIC = Topic.fact("settlement.interruption.v1");

    private static final String TYPE = "io.crosscare.settlement.interruption.v1";

    /** Where the trace id stands in a trace context. */
    private static final int TRACE_FROM = 3;

    private static final int TRACE_TO = 35;

    private final Interruptions interruptions;

    public InterruptionOutbox(Interruptions interruptions) {
        this.interruptions = interruptions;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Flux<PendingEvent> pending(int limit) {
        return interruptions
                .unpublished(limit)
                .map(stored -> new PendingEvent(
                        stored.interruption().person().value(),
                        stored.seq(),
                        TYPE,
                        stored.interruption().at(),
                        InterruptionMessage.of(stored),
                        stored.interruption().traceparent()));
    }

    @Override
    public Mono<Void> markPublished(PendingEvent event) {
        return event.body() instanceof InterruptionMessage message
                ? interruptions.published(message.id())
                : Mono.error(new IllegalArgumentException("not an event of this outbox"));
    }

    @Override
    public Mono<Void> publishAgain() {
        return interruptions.allUnpublished();
    }

    /**
     * An interruption as it travels.
     *
     * @param id 中断标识 · of the interruption
     * @param visitId 就诊标识 · of the visit; where it could not be registered, a name of its own that no visit has
     * @param until 截止日 · last day of a settlement on the way of a stay, a day in China; absent where it was none
     * @param serviceType {@link io.crosscare.settlement.benefit.model.ServiceType}
     * @param cause 中断原因 · why it was not carried out, {@link io.crosscare.settlement.interruption.model.InterruptionCause}
     * @param peer 相关系统 · the service that gave no answer; absent for an unknown outcome
     * @param keyHash 请求号摘要 · of the settlement's key; absent where it was a preview
     * @param door 请求的接口 · method and path of the request; absent where the gateway did not pass it
     * @param at 中断时间 · when it was stopped; of an unknown outcome, when the settlement was begun, UTC
     */
    public record InterruptionMessage(
            String id,
            String personId,
            String visitId,
            @Nullable String batch,
            @Nullable LocalDate until,
            String institutionCode,
            String insuredRegion,
            String careRegion,
            String serviceType,
            LocalDate serviceDate,
            String cause,
            @Nullable String peer,
            String message,
            String messageEn,
            String nextStep,
            String nextStepEn,
            @Nullable String keyHash,
            @Nullable String traceId,
            @Nullable String door,
            @Nullable Instant receivedAt,
            Instant at,
            long seq) {

        static InterruptionMessage of(StoredInterruption stored) {
            Interruption interruption = stored.interruption();
            ContentHash keyHash = interruption.keyHash();
            String traceparent = interruption.traceparent();
            return new InterruptionMessage(
                    stored.id(),
                    interruption.person().value(),
                    interruption.visit().value(),
                    interruption.scope() instanceof Scope.Batch batch ? batch.name() : null,
                    interruption.until(),
                    interruption.institution().value(),
                    interruption.insuredRegion().value(),
                    interruption.careRegion().value(),
                    interruption.serviceType().name(),
                    interruption.serviceDate(),
                    interruption.cause().name(),
                    interruption.peer(),
                    interruption.message().zh(),
                    interruption.message().en(),
                    interruption.cause().nextStep().zh(),
                    interruption.cause().nextStep().en(),
                    keyHash == null ? null : keyHash.value(),
                    traceparent == null ? null : traceparent.substring(TRACE_FROM, TRACE_TO),
                    stored.door(),
                    stored.receivedAt(),
                    interruption.at(),
                    stored.seq());
        }
    }
}
