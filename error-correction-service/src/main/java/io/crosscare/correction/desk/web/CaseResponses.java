package io.crosscare.correction.desk.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.desk.CorrectionCases.Count;
import io.crosscare.correction.desk.CorrectionCases.Summary;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.Comment;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Diagnosis;
import io.crosscare.correction.desk.model.Fact.Settled;
import io.crosscare.correction.desk.model.Outage;
import io.crosscare.correction.desk.model.Recheck;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Refusal.DayRule;
import io.crosscare.correction.desk.model.Refusal.Responsible;
import io.crosscare.correction.desk.model.Resolution;
import io.crosscare.correction.desk.model.Source;
import io.crosscare.correction.desk.model.VisitScope;
import io.crosscare.correction.desk.web.WorkResponses.ActResponse;
import io.crosscare.correction.desk.web.WorkResponses.HandlingResponse;
import io.crosscare.correction.desk.web.WorkResponses.ResolutionResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered about cases. Nothing in it is personal data; what people wrote was masked when it came in. */
final class CaseResponses {

    private CaseResponses() {}

    /**
     * One page.
     *
     * @param nextCursor absent on the last page
     */
    record CasesResponse(
            List<SummaryResponse> items, @Nullable String nextCursor) {

        /** The page of so many cases, made from one more if there is one. */
        static CasesResponse page(List<Summary> oneMore, int limit) {
            List<Summary> page = oneMore.subList(0, Math.min(limit, oneMore.size()));
            return new CasesResponse(
                    page.stream().map(SummaryResponse::of).toList(),
                    oneMore.size() > limit ? Cursor.encode(page.getLast().place()) : null);
        }
    }

    /**
     * A case in a list; what the cashier read is of the last refusal.
     *
     * @param id 纠错单标识 · of the case
     * @param state {@link io.crosscare.correction.desk.model.CaseState}
     * @param reason 拒付原因 · the reason code of the refusals
     * @param refusals 被拒次数 · how many times it was refused
     * @param firstRefusedAt 首次被拒时间 · the first refusal, UTC
     * @param lastRefusedAt 最近被拒时间 · the latest refusal, UTC
     * @param handling 办理情况 · with whom it lies, and until when
     * @param evidence 证据 · the settlement that ended it; absent while it is open, where somebody resolved it by hand, where
     *     the visit was cancelled (cause VISIT_CANCELLED), and in the case of a silent service, whose patients have their own
     * @param personId 参保人标识 · absent in a common case
     * @param visitId 就诊标识 · absent in a common case; a name of its own where the visit could not be registered
     * @param cause {@link io.crosscare.correction.desk.model.Cause}; absent in cases stored before there were diagnoses
     * @param canSettleNow 现可结算 · whether settlement says that the bill would be settled now
     * @param group 共同事件 · id of the common case of which this is a patient; absent for a case of its own
     * @param outage 受影响人数 · how many it has hit; absent unless it is a common case
     * @param peer 相关系统 · the service that gave no answer; absent unless that stopped it
     * @param institutionCode 机构代码 · absent, as are the two regions, in the common case of a silent service, which is no
     *     institution's own
     */
    record SummaryResponse(
            String id,
            String state,
            String reason,
            String message,
            @Nullable String messageEn,
            @Nullable Responsible responsible,
            @Nullable String nextStep,
            @Nullable String nextStepEn,
            @Nullable String personId,
            @Nullable String visitId,
            @Nullable String batch,
            @Nullable String institutionCode,
            @Nullable String insuredRegion,
            @Nullable String careRegion,
            String serviceType,
            LocalDate serviceDate,
            LocalDate decidedOn,
            @Nullable DayRule dayRule,
            long refusals,
            Instant firstRefusedAt,
            Instant lastRefusedAt,
            HandlingResponse handling,
            @Nullable EvidenceResponse evidence,
            @Nullable String cause,
            boolean canSettleNow,
            @Nullable String group,
            @Nullable OutageResponse outage,
            @Nullable String peer) {

        static SummaryResponse of(Summary summary) {
            Refusal last = summary.last();
            VisitScope scope = summary.subject().scope();
            boolean isNobodysOwn = summary.isOfNeighbour();
            Settled evidence = isNobodysOwn ? null : summary.evidence();
            Cause cause = summary.cause();
            CaseId group = summary.group();
            Outage outage = summary.outage();
            return new SummaryResponse(
                    summary.id().value(),
                    summary.state().name(),
                    summary.subject().reason().code(),
                    last.statement().message(),
                    last.statement().messageEn(),
                    last.statement().responsible(),
                    last.statement().nextStep(),
                    last.statement().nextStepEn(),
                    outage == null ? scope.person().value() : null,
                    outage == null ? scope.visitId() : null,
                    outage == null ? scope.batch() : null,
                    isNobodysOwn ? null : last.institution().value(),
                    isNobodysOwn ? null : last.insuredRegion().value(),
                    isNobodysOwn ? null : last.careRegion().value(),
                    last.serviceType(),
                    last.serviceDate(),
                    last.decidedOn(),
                    last.dayRule(),
                    outage == null ? summary.refusals() : outage.refusals(),
                    summary.firstRefusedAt(),
                    last.refusedAt(),
                    HandlingResponse.of(summary.stage()),
                    evidence == null ? null : EvidenceResponse.of(evidence),
                    cause == null ? null : cause.name(),
                    summary.isReady(),
                    group == null ? null : group.value(),
                    outage == null ? null : OutageResponse.of(outage),
                    last.peer());
        }
    }

    /**
     * Whom a common case has hit.
     *
     * @param patients 受影响笔数 · how many bills it has stopped
     * @param waiting 待结算笔数 · how many of them are not settled yet
     * @param ready 现可结算笔数 · how many of those would be settled now
     */
    record OutageResponse(long patients, long waiting, long ready) {

        private static OutageResponse of(Outage outage) {
            return new OutageResponse(outage.patients(), outage.waiting(), outage.ready());
        }
    }

    /**
     * The settlement that proves the cause is gone.
     *
     * @param decidedOn 判定日 · the day on which its filing was looked up, a day in China
     */
    record EvidenceResponse(
            String settlementId,
            Instant recordedAt,
            long totalCostFen,
            long fundPayFen,
            @Nullable String filingId,
            @Nullable String filingCategory,
            LocalDate decidedOn) {

        static EvidenceResponse of(Settled settled) {
            return new EvidenceResponse(
                    settled.entryId(),
                    settled.at(),
                    settled.totalCost().fen(),
                    settled.fundPay().fen(),
                    settled.filingId(),
                    settled.filingCategory(),
                    settled.decidedOn());
        }
    }

    /**
     * A case with everything that is known of it.
     *
     * @param awaited 未答复的服务 · neighbours that have not answered yet; their facts will follow
     * @param diagnosis 诊断 · why, what shows it, who mends it and how
     * @param recheck 复核 · what settlement said of the bill when it was last asked; absent while it was not
     * @param repairs 自动处理 · what the desk has done, or was asked to do
     * @param timeline 时间线 · everything that is known, in the order of time
     * @param resolution 人工办结 · absent where nobody resolved it by hand
     * @param acts 办理记录 · everything that was done with it; absent for the insured person
     * @param comments 留言 · absent for the insured person: they are between the hospital and the agencies
     */
    record CaseResponse(
            @JsonUnwrapped SummaryResponse summary,
            List<String> awaited,
            DiagnosisResponse diagnosis,
            @Nullable RecheckResponse recheck,
            List<RepairResponse> repairs,
            List<TimelineFact> timeline,
            @Nullable ResolutionResponse resolution,
            @Nullable List<ActResponse> acts,
            @Nullable List<CommentResponse> comments) {

        static CaseResponse of(CorrectionCase one, Diagnosis diagnosis, Caller caller) {
            Recheck recheck = one.file().work().recheck();
            boolean seesComments = !(caller instanceof Caller.Insured);
            Summary summary = Summary.of(one);
            Resolution resolution = summary.resolution();
            return new CaseResponse(
                    SummaryResponse.of(summary),
                    one.file().awaited().stream().map(Source::name).sorted().toList(),
                    DiagnosisResponse.of(one, diagnosis),
                    recheck == null ? null : RecheckResponse.of(recheck),
                    one.file().work().runs().stream().map(RepairResponse::of).toList(),
                    Timeline.of(one),
                    resolution == null ? null : ResolutionResponse.of(resolution, seesComments),
                    seesComments
                            ? one.file().handling().acts().stream()
                                    .map(act -> ActResponse.of(act, caller))
                                    .toList()
                            : null,
                    seesComments
                            ? one.file().comments().stream()
                                    .map(CommentResponse::of)
                                    .toList()
                            : null);
        }
    }

    /**
     * A comment; by whom, as an organisation.
     *
     * @param id 留言标识 · of the comment
     * @param at 时间 · when it was written, UTC
     * @param role 留言方 · HOSPITAL or AGENCY
     * @param organisation 机构代码或区划代码 · the institution's code or the agency's region
     * @param text 正文 · as written; numbers of persons are masked
     */
    record CommentResponse(String id, Instant at, String role, String organisation, String text) {

        static CommentResponse of(Comment comment) {
            return new CommentResponse(
                    comment.id(),
                    comment.at(),
                    comment.author().role().name(),
                    comment.author().organisation(),
                    comment.text());
        }
    }

    /**
     * How many cases there are, by state and reason.
     *
     * @param total 合计 · all of them
     */
    record CountsResponse(long total, List<CountResponse> items) {

        static CountsResponse of(List<Count> counts) {
            return new CountsResponse(
                    counts.stream().mapToLong(Count::cases).sum(),
                    counts.stream()
                            .map(CountResponse::of)
                            .sorted(Comparator.comparing(CountResponse::state).thenComparing(CountResponse::reason))
                            .toList());
        }
    }

    /**
     * How many cases of one state and reason there are.
     *
     * @param state {@link io.crosscare.correction.desk.model.CaseState}
     * @param reason 拒付原因 · the reason code
     * @param cases 数量 · how many
     */
    record CountResponse(String state, String reason, long cases) {

        private static CountResponse of(Count count) {
            return new CountResponse(count.state().name(), count.reason().code(), count.cases());
        }
    }
}
