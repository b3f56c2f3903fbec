package io.crosscare.correction.desk.kafka;

import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.correction.deadline.model.Dues;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.CorrectionCases.UnpublishedChange;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.Change;
import io.crosscare.correction.desk.model.Fact.Settled;
import io.crosscare.correction.desk.model.Outage;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Standing;
import io.crosscare.correction.desk.model.VisitScope;
import io.crosscare.correction.desk.model.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Publishes what happens to cases, each step once it is stored in its case. Version is the step, dense per case. */
public final class CaseOutbox implements Outbox {

    public static final Topic TOPIC = Topic.fact("correction.case.v1");

    private final CorrectionCases cases;

    public CaseOutbox(CorrectionCases cases) {
        this.cases = cases;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Flux<PendingEvent> pending(int limit) {
        return cases.unpublished(limit).map(CaseOutbox::event);
    }

    @Override
    public Mono<Void> markPublished(PendingEvent event) {
        return cases.published(new CaseId(event.key()), event.version());
    }

    @Override
    public Mono<Void> publishAgain() {
        return cases.allUnpublished();
    }

    private static PendingEvent event(UnpublishedChange unpublished) {
        Change change = unpublished.change();
        String step = change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new PendingEvent(
                unpublished.of().id().value(),
                change.seq(),
                "io.crosscare.correction.case-" + step + ".v1",
                change.at(),
                CaseMessage.of(unpublished),
                null);
    }

    /**
     * The body of {@code correction.case.v1}: what happened, and the case as it stood then. Nothing that people wrote is in it.
     *
     * @param id 纠错单标识 · of the case
     * @param change 变更 · what happened to it, {@link io.crosscare.correction.desk.model.Change.Kind}
     * @param state {@link io.crosscare.correction.desk.model.CaseState}
     * @param reason 拒付原因 · the reason code of the refusals
     * @param refusals 被拒次数 · how many times it was refused
     * @param firstRefusedAt 首次被拒时间 · the first refusal, UTC
     * @param lastRefusedAt 最近被拒时间 · the latest refusal, UTC
     * @param handling 办理情况 · with whom it lay then; absent for steps from before there was any
     * @param personId 参保人标识 · absent in a common case
     * @param visitId 就诊标识 · absent in a common case
     * @param cause {@link io.crosscare.correction.desk.model.Cause}, as last diagnosed
     * @param patients 受影响笔数 · how many bills a common case has stopped; absent in every other
     */
    record CaseMessage(
            String id,
            long seq,
            String change,
            Instant at,
            String state,
            String reason,
            @Nullable String personId,
            @Nullable String visitId,
            @Nullable String batch,
            String institutionCode,
            String insuredRegion,
            String careRegion,
            String serviceType,
            long refusals,
            Instant firstRefusedAt,
            Instant lastRefusedAt,
            @Nullable HandlingMessage handling,
            @Nullable EvidenceMessage evidence,
            @Nullable String cause,
            @Nullable Long patients) {

        static CaseMessage of(UnpublishedChange unpublished) {
            Change change = unpublished.change();
            Refusal first = unpublished.of().file().firstRefusal();
            VisitScope scope = first.subject().scope();
            Work work = unpublished.of().file().work();
            Cause cause = work.cause();
            Outage outage = work.outage();
            return new CaseMessage(
                    unpublished.of().id().value(),
                    change.seq(),
                    change.kind().name(),
                    change.at(),
                    change.state().name(),
                    first.subject().reason().code(),
                    outage == null ? scope.person().value() : null,
                    outage == null ? scope.visitId() : null,
                    outage == null ? scope.batch() : null,
                    first.institution().value(),
                    first.insuredRegion().value(),
                    first.careRegion().value(),
                    first.serviceType(),
                    change.refusals(),
                    first.refusedAt(),
                    change.lastRefusedAt(),
                    HandlingMessage.of(change.standing()),
                    EvidenceMessage.of(change.evidence()),
                    cause == null ? null : cause.name(),
                    outage == null ? null : outage.patients());
        }
    }

    /**
     * With whom the case lay, and until when.
     *
     * @param level 办理层级 · {@link io.crosscare.correction.desk.model.Level}
     * @param office 办理单位 · code of the institution or of the agency's region
     * @param stage 办理环节 · {@link io.crosscare.correction.desk.model.Stage.Name}
     * @param respondBy 接收时限 · when somebody is to have taken it, UTC
     * @param resolveBy 办结时限 · when it is to be resolved or passed on, UTC
     */
    record HandlingMessage(
            String level,
            String office,
            String stage,
            @Nullable Instant respondBy,
            @Nullable Instant resolveBy) {

        private static @Nullable HandlingMessage of(@Nullable Standing standing) {
            if (standing == null) {
                return null;
            }
            Dues dues = standing.dues();
            return new HandlingMessage(
                    standing.office().level().name(),
                    standing.office().code(),
                    standing.stage().name(),
                    dues == null ? null : dues.respondBy(),
                    dues == null ? null : dues.resolveBy());
        }
    }

    /**
     * The settlement that ended the case.
     *
     * @param decidedOn 判定日 · the day on which its filing was looked up, a day in China
     */
    record EvidenceMessage(
            String settlementId,
            Instant recordedAt,
            long totalCostFen,
            long fundPayFen,
            @Nullable String filingId,
            @Nullable String filingCategory,
            LocalDate decidedOn) {

        private static @Nullable EvidenceMessage of(@Nullable Settled settled) {
            return settled == null
                    ? null
                    : new EvidenceMessage(
                            settled.entryId(),
                            settled.at(),
                            settled.totalCost().fen(),
                            settled.fundPay().fen(),
                            settled.filingId(),
                            settled.filingCategory(),
                            settled.decidedOn());
        }
    }
}
