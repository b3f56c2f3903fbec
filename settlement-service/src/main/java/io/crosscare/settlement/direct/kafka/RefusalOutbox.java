package io.crosscare.settlement.direct.kafka;

import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.direct.Refusals;
import io.crosscare.settlement.direct.Refusals.StoredRefusal;
import io.crosscare.settlement.direct.model.DecidingCopies;
import io.crosscare.settlement.direct.model.DecidingCopies.FilingVersion;
import io.crosscare.settlement.direct.model.RefusedSettlement;
import io.crosscare.settlement.eligibility.RefusalStatement;
import io.crosscare.settlement.eligibility.RefusalStatement.DayRule;
import io.crosscare.settlement.eligibility.model.Responsible;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    @Override
    public Mono<Void> publishAgain() {
        return refusals.allUnpublished();
    }

    /**
     * A refusal as it travels.
     *
     * @param id 拒付标识 · of the refusal
     * @param until 截止日 · last day of a settlement on the way of a stay, a day in China; absent where it was none
     * @param serviceType {@link io.crosscare.settlement.benefit.model.ServiceType}
     * @param reason {@link io.crosscare.settlement.eligibility.model.RefusalReason}
     * @param settlementId 结算标识 · of the live settlement in the way; absent for every other reason
     * @param plan 险种 · the person's, absent where the person is not known
     * @param knownVersions 依据的副本版本 · which versions of the copies decided
     * @param door 请求的接口 · method and path of the request; absent where the gateway did not pass it
     * @param at 拒付时间 · when it was refused, UTC
     */
    record RefusalMessage(
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
            String reason,
            String message,
            String messageEn,
            Responsible responsible,
            String nextStep,
            String nextStepEn,
            LocalDate decidedOn,
            @Nullable DayRule dayRule,
            @Nullable String settlementId,
            @Nullable String plan,
            KnownVersions knownVersions,
            String keyHash,
            @Nullable String traceId,
            @Nullable String door,
            @Nullable Instant receivedAt,
            Instant at,
            long seq) {

        /**
         * Versions of the copies that decided; absent where there was none.
         *
         * @param institution 机构副本版本 · of the institution
         * @param person 参保人副本版本 · of the person
         * @param filings 备案副本版本 · of the filings
         */
        record KnownVersions(
                @Nullable Long institution, @Nullable Long person, List<FilingVersion> filings) {}

        static RefusalMessage of(StoredRefusal stored) {
            RefusedSettlement refused = stored.refused();
            DecidingCopies copies = refused.copies();
            InsurancePlan plan = copies.plan();
            RefusalStatement statement = RefusalStatement.of(refused.refusal(), refused.responsible());
            return new RefusalMessage(
                    stored.id(),
                    refused.person().value(),
                    refused.visit().value(),
                    refused.scope() instanceof Scope.Batch batch ? batch.name() : null,
                    refused.until(),
                    refused.institution().value(),
                    refused.insuredRegion().value(),
                    refused.careRegion().value(),
                    refused.serviceType().name(),
                    refused.serviceDate(),
                    statement.reason(),
                    statement.message(),
                    statement.messageEn(),
                    statement.responsible(),
                    statement.nextStep(),
                    statement.nextStepEn(),
                    statement.decidedOn(),
                    statement.dayRule(),
                    statement.settlementId(),
                    plan == null ? null : plan.name(),
                    new KnownVersions(copies.institutionVersion(), copies.personVersion(), copies.filings()),
                    refused.keyHash().value(),
                    stored.traceId(),
                    stored.door(),
                    stored.receivedAt(),
                    refused.at(),
                    stored.seq());
        }
    }
}
