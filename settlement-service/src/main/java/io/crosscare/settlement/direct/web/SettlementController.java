package io.crosscare.settlement.direct.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.benefit.Explanation;
import io.crosscare.settlement.benefit.ExplanationNode;
import io.crosscare.settlement.benefit.LineExplanation;
import io.crosscare.settlement.benefit.SettlementSheet;
import io.crosscare.settlement.benefit.SheetHead;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.SettlementState;
import io.crosscare.settlement.chain.SettlementStatement;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.direct.ExplainSettlement;
import io.crosscare.settlement.direct.ExplainedBill;
import io.crosscare.settlement.direct.PreviewSettlement;
import io.crosscare.settlement.direct.PreviewSettlement.Preview;
import io.crosscare.settlement.direct.SettleBill;
import io.crosscare.settlement.direct.SettleOutcome;
import io.crosscare.settlement.direct.web.SettlementRequests.PreviewRequest;
import io.crosscare.settlement.direct.web.SettlementRequests.Previewing;
import io.crosscare.settlement.direct.web.SettlementRequests.SettleRequest;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Preview, settlement, and what is told of a settlement afterwards. */
@RestController
@RequestMapping("/api/v1")
class SettlementController {

    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String STATE = "Settlement-State";
    private static final DateTimeFormatter FOR_PEOPLE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ChinaTime.ZONE);

    private final VisibleVisits visible;
    private final PreviewSettlement previewSettlement;
    private final SettleBill settleBill;
    private final ExplainSettlement explainSettlement;
    private final KnownFacts knownFacts;
    private final Chain chain;

    SettlementController(
            VisibleVisits visible,
            PreviewSettlement previewSettlement,
            SettleBill settleBill,
            ExplainSettlement explainSettlement,
            KnownFacts knownFacts,
            Chain chain) {
        this.visible = visible;
        this.previewSettlement = previewSettlement;
        this.settleBill = settleBill;
        this.explainSettlement = explainSettlement;
        this.knownFacts = knownFacts;
        this.chain = chain;
    }

    /**
     * A settlement and whether it still stands.
     *
     * @param state 是否有效 · whether it still stands
     * @param undoneBy 撤销记录 · the entry that undid it; absent while it is live
     */
    record SettlementResponse(
            @JsonUnwrapped SettlementStatement settlement,
            SettlementState state,
            @Nullable String undoneBy) {

        static SettlementResponse live(Settlement settlement) {
            return new SettlementResponse(SettlementStatement.of(settlement), SettlementState.LIVE, null);
        }

        static SettlementResponse undone(Settlement settlement, Undo undo) {
            return new SettlementResponse(
                    SettlementStatement.of(settlement),
                    SettlementState.after(undo),
                    undo.id().value());
        }
    }

    /**
     * How the amounts of a settlement came about.
     *
     * @param lines 逐条说明 · every fee line explained
     */
    record ExplanationResponse(String settlementId, List<ExplanationNode> steps, List<LineExplanation> lines) {}

    /**
     * 预结算 · Previews a settlement. Nothing is stored; the head in the answer may be sent with the settlement.
     *
     * @param caller {@code HOSPITAL}: of the visit
     * @param id of the visit
     * @return what would be paid by whom, and why
     * @throws ProblemException {@code conflict}, {@code refused}
     */
    @PostMapping("/visits/{id}/previews")
    Mono<PreviewResponse> preview(Caller caller, @PathVariable String id, @RequestBody PreviewRequest body) {
        return visible.own(caller, id).flatMap(visit -> {
            Previewing previewing = body.toPreviewing();
            return previewSettlement
                    .preview(visit, previewing.batch(), previewing.usesPersonalAccount())
                    .map(preview -> answer(id, preview));
        });
    }

    private static PreviewResponse answer(String visitId, Preview preview) {
        return switch (preview) {
            case Preview.Previewed previewed ->
                PreviewResponse.of(visitId, previewed, explanation(previewed.explained()));
            case Preview.Refused refused -> throw RefusalProblem.of(refused.refusal());
        };
    }

    /**
     * 结算 · Settles a bill. The same key settles once, however often it is sent; after a refusal it may be sent again when the cause is
     * gone.
     *
     * @param caller {@code HOSPITAL}: of the visit
     * @param id of the visit
     * @return 201 the settlement, with {@code Settlement-State}; 200 the same settlement again, for the same key, with
     *     {@code Idempotency-Hit} and {@code Settlement-State}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}, {@code refused}
     */
    @PostMapping("/visits/{id}/settlements")
    Mono<ResponseEntity<SettlementStatement>> settle(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody SettleRequest body) {
        InstitutionCode institution = caller.requireHospital();
        IdempotencyKey callerKey = IdempotencyKey.require(key);
        return visible.own(caller, id)
                .flatMap(visit -> settleBill.settle(visit, body.toCommand(institution, visit.id(), callerKey)))
                .map(SettlementController::answer);
    }

    private static ResponseEntity<SettlementStatement> answer(SettleOutcome outcome) {
        return switch (outcome) {
            case SettleOutcome.Settled(Settlement settlement) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .header(STATE, SettlementState.LIVE.name())
                        .body(SettlementStatement.of(settlement));
            case SettleOutcome.Replayed(Settlement settlement, SettlementState state) ->
                ResponseEntity.ok()
                        .header(IdempotencyKey.HIT, "true")
                        .header(STATE, state.name())
                        .body(SettlementStatement.of(settlement));
            case SettleOutcome.Refused refused -> throw RefusalProblem.of(refused.refusal());
        };
    }

    /**
     * 查询结算 · Reads a settlement, and whether it still stands.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region;
     *     {@code INSURED}: one's own
     * @param id of the settlement's entry
     * @return the settlement
     */
    @GetMapping("/settlements/{id}")
    Mono<SettlementResponse> settlement(Caller caller, @PathVariable String id) {
        return visible.settlement(caller, id)
                .flatMap(settlement -> chain.undoOf(settlement)
                        .map(undo -> SettlementResponse.undone(settlement, undo))
                        .defaultIfEmpty(SettlementResponse.live(settlement)));
    }

    /**
     * 结算说明 · Explains every amount of a settlement. As JSON for machines, as plain text the sheet for people; recomputed from what was
     * stored.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region;
     *     {@code INSURED}: one's own
     * @param id of the settlement's entry
     * @return the explanation
     * @throws ProblemException {@code not-acceptable}
     */
    @GetMapping(path = "/settlements/{id}/explanation", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ExplanationResponse> explanation(Caller caller, @PathVariable String id) {
        return visible.settlement(caller, id)
                .flatMap(explainSettlement::explain)
                .map(SettlementController::explanation)
                .map(explained -> new ExplanationResponse(id, explained.steps(), explained.lines()));
    }

    /**
     * 结算单 · The sheet for people, one page.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region;
     *     {@code INSURED}: one's own
     * @param id of the settlement's entry
     * @return the explanation
     */
    @GetMapping(path = "/settlements/{id}/explanation", produces = TEXT)
    Mono<String> sheet(Caller caller, @PathVariable String id) {
        return visible.settlement(caller, id)
                .flatMap(settlement -> Mono.zip(
                        explainSettlement.explain(settlement),
                        nameOf(settlement),
                        (explained, institution) -> sheet(settlement, institution, explained)));
    }

    private static String sheet(Settlement settlement, String institution, ExplainedBill explained) {
        SheetHead head = new SheetHead(
                settlement.id().value(),
                institution,
                FOR_PEOPLE.format(settlement.link().recordedAt()));
        return SettlementSheet.text(
                head,
                explained.bill().circumstances(),
                explained.split(),
                explained.policy().pack(),
                explained.catalogue().catalogue());
    }

    private static Explanation explanation(ExplainedBill explained) {
        return Explanation.of(
                explained.split(),
                explained.bill().circumstances(),
                explained.policy().pack(),
                explained.catalogue().catalogue());
    }

    private Mono<String> nameOf(Settlement settlement) {
        InstitutionCode institution = settlement.care().institution();
        return knownFacts.institution(institution).map(InstitutionFacts::name).defaultIfEmpty(institution.value());
    }
}
