package io.crosscare.correction.desk.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.desk.CorrectionCases.Count;
import io.crosscare.correction.desk.CorrectionCases.Summary;
import io.crosscare.correction.desk.model.Comment;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.Settled;
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
     * @param evidence 证据 · the settlement that ended it; absent while it is open, and where somebody resolved it by hand
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
            String personId,
            String visitId,
            @Nullable String batch,
            String institutionCode,
            String insuredRegion,
            String careRegion,
            String serviceType,
            LocalDate serviceDate,
            LocalDate decidedOn,
            @Nullable DayRule dayRule,
            long refusals,
            Instant firstRefusedAt,
            Instant lastRefusedAt,
            HandlingResponse handling,
            @Nullable EvidenceResponse evidence) {

        static SummaryResponse of(Summary summary) {
            Refusal last = summary.last();
            VisitScope scope = summary.subject().scope();
            Settled evidence = summary.evidence();
            return new SummaryResponse(
                    summary.id().value(),
                    summary.state().name(),
                    summary.subject().reason().code(),
                    last.statement().message(),
                    last.statement().messageEn(),
                    last.statement().responsible(),
                    last.statement().nextStep(),
                    last.statement().nextStepEn(),
                    scope.person().value(),
                    scope.visitId(),
                    scope.batch(),
                    last.institution().value(),
                    last.insuredRegion().value(),
                    last.careRegion().value(),
                    last.serviceType(),
                    last.serviceDate(),
                    last.decidedOn(),
                    last.dayRule(),
                    summary.refusals(),
                    summary.firstRefusedAt(),
                    last.refusedAt(),
                    HandlingResponse.of(summary.stage()),
                    evidence == null ? null : EvidenceResponse.of(evidence));
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
     * @param timeline 时间线 · everything that is known, in the order of time
     * @param resolution 人工办结 · absent where nobody resolved it by hand
     * @param acts 办理记录 · everything that was done with it; absent for the insured person
     * @param comments 留言 · absent for the insured person: they are between the hospital and the agencies
     */
    record CaseResponse(
            @JsonUnwrapped SummaryResponse summary,
            List<String> awaited,
            List<TimelineFact> timeline,
            @Nullable ResolutionResponse resolution,
            @Nullable List<ActResponse> acts,
            @Nullable List<CommentResponse> comments) {

        static CaseResponse of(CorrectionCase one, Caller caller) {
            boolean seesComments = !(caller instanceof Caller.Insured);
            Summary summary = Summary.of(one);
            Resolution resolution = summary.resolution();
            return new CaseResponse(
                    SummaryResponse.of(summary),
                    one.file().awaited().stream().map(Source::name).sorted().toList(),
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
