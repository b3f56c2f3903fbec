package io.crosscare.settlement.direct.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.benefit.NationalAmounts;
import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.SettlementState;
import io.crosscare.settlement.chain.SettlementStatement;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.direct.PreviewSettlement;
import io.crosscare.settlement.direct.PreviewSettlement.Preview;
import io.crosscare.settlement.direct.SettleBill;
import io.crosscare.settlement.direct.SettleOutcome;
import io.crosscare.settlement.direct.web.SettlementRequests.PreviewRequest;
import io.crosscare.settlement.direct.web.SettlementRequests.Previewing;
import io.crosscare.settlement.direct.web.SettlementRequests.SettleRequest;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Preview, settlement, and whether a settlement still stands. */
@RestController
@RequestMapping("/api/v1")
class SettlementController {

    static final String STATE = "Settlement-State";

    private final VisibleVisits visible;
    private final PreviewSettlement previewSettlement;
    private final SettleBill settleBill;
    private final Chain chain;
    private final Clock clock;

    SettlementController(
            VisibleVisits visible,
            PreviewSettlement previewSettlement,
            SettleBill settleBill,
            Chain chain,
            Clock clock) {
        this.visible = visible;
        this.previewSettlement = previewSettlement;
        this.settleBill = settleBill;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * A settlement and whether it still stands.
     *
     * @param state 是否有效 · whether it still stands
     * @param undoneBy 撤销记录 · the entry that undid it, or the last of what replaced it; absent while that is live
     * @param adjustedBy 部分退费后的结算 · the adjustment that stands in its place; absent where there is none
     */
    record SettlementResponse(
            @JsonUnwrapped SettlementStatement settlement,
            SettlementState state,
            @Nullable String undoneBy,
            @Nullable String adjustedBy) {

        static SettlementResponse of(Settlement settlement, Entry last) {
            SettlementState state = SettlementState.of(settlement, last);
            return new SettlementResponse(
                    SettlementStatement.of(settlement),
                    state,
                    last instanceof Undo undo ? undo.id().value() : null,
                    state == SettlementState.ADJUSTED ? last.id().value() : null);
        }
    }

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
            Previewing previewing = body.toPreviewing(ChinaTime.today(clock));
            return previewSettlement
                    .preview(visit, previewing.batch(), previewing.until(), previewing.usesPersonalAccount())
                    .map(preview -> answer(id, preview));
        });
    }

    private static PreviewResponse answer(String visitId, Preview preview) {
        return switch (preview) {
            case Preview.Previewed previewed ->
                PreviewResponse.of(visitId, previewed, previewed.explained().explanation());
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
                .flatMap(visit -> settleBill.settle(
                        visit, body.toCommand(institution, visit.id(), callerKey, ChinaTime.today(clock))))
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
                .flatMap(settlement -> chain.lastOf(settlement).map(last -> SettlementResponse.of(settlement, last)));
    }

    /**
     * A settlement in the words of the national interface.
     *
     * @param midSetlFlag 中途结算标志 · 1 where a stay was settled on the way, else 0
     * @param amounts 国家接口金额 · by the names of {@code setlinfo}, in yuan with two decimals; {@code pool_prop_selfpay} with four
     */
    record NationalAmountsResponse(String settlementId, String midSetlFlag, Map<String, String> amounts) {

        static NationalAmountsResponse of(Settlement settlement, NationalAmounts amounts) {
            boolean isInterim = settlement.care().scope() instanceof Scope.Interim;
            return new NationalAmountsResponse(settlement.id().value(), isInterim ? "1" : "0", amounts.written());
        }
    }

    /**
     * 国家接口金额 · The amounts of a settlement under their names on the national interface, as the total, its parts, the funds and the payers
     * must sum there.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region;
     *     {@code INSURED}: one's own
     * @param id of the settlement's entry
     * @return the amounts
     */
    @GetMapping("/settlements/{id}/national-amounts")
    Mono<NationalAmountsResponse> nationalAmounts(Caller caller, @PathVariable String id) {
        return visible.settlement(caller, id)
                .map(settlement -> NationalAmountsResponse.of(
                        settlement,
                        NationalAmounts.of(
                                settlement.amounts(),
                                settlement.care().personType(),
                                settlement.link().after().amount(Counter.ACCOUNT.word()))));
    }
}
