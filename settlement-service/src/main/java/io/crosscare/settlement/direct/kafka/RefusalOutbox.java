package io.crosscare.settlement.direct.kafka;

import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.settlement.direct.Refusals;
import io.crosscare.settlement.direct.Refusals.StoredRefusal;
import io.crosscare.settlement.direct.model.RefusedSettlement;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Publishes refusals, from which the correction desk opens its cases. */
public final class RefusalOutbox implements Outbox {

    public static final Topic TOPIC = Topic.fact("settlement.refusal.v1");

    private static final String TYPE = "io.crosscare.settlement.refusal.v1";

    private final Refusals refusals;

    public RefusalOutbox(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Flux<PendingEvent> pending(int limit) {
        return refusals.unpublished(limit)
                .map(stored -> new PendingEvent(
                        stored.refused().person().value(),
                        stored.seq(),
                        TYPE,
                        stored.refused().at(),
                        RefusalMessage.of(stored),
                        stored.traceparent()));
    }

    @Override
    public Mono<Void> markPublished(PendingEvent event) {
        return event.body() instanceof RefusalMessage message
                ? refusals.published(message.id())
                : Mono.error(new IllegalArgumentException("not an event of this outbox"));
    }

    /** A refusal as it travels. */
    record RefusalMessage(
            String id,
            String personId,
            String visitId,
            String institutionCode,
            String insuredRegion,
            String careRegion,
            String serviceType,
            LocalDate serviceDate,
            String reason,
            LocalDate decidedOn,
            String keyHash,
            @Nullable String traceId,
            Instant at,
            long seq) {

        static RefusalMessage of(StoredRefusal stored) {
            RefusedSettlement refused = stored.refused();
            return new RefusalMessage(
                    stored.id(),
                    refused.person().value(),
                    refused.visit().value(),
                    refused.institution().value(),
                    refused.insuredRegion().value(),
                    refused.careRegion().value(),
                    refused.serviceType().name(),
                    refused.serviceDate(),
                    refused.reason().name(),
                    refused.decidedOn(),
                    refused.keyHash().value(),
                    stored.traceId(),
                    refused.at(),
                    stored.seq());
        }
    }
}
