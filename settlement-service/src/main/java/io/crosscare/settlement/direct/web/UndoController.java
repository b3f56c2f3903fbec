package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.chain.SettlementStatement;
import io.crosscare.settlement.chain.UndoStatement;
import io.crosscare.settlement.direct.AdjustSettlement;
import io.crosscare.settlement.direct.CancelSettlement;
import io.crosscare.settlement.direct.FindOutcome;
import io.crosscare.settlement.direct.ReverseByKey;
import io.crosscare.settlement.direct.web.UndoRequests.CancelRequest;
import io.crosscare.settlement.direct.web.UndoRequests.OutcomeQuestion;
import io.crosscare.settlement.direct.web.UndoRequests.OutcomeResponse;
import io.crosscare.settlement.direct.web.UndoRequests.ReverseRequest;
import io.crosscare.settlement.intent.RecordIntent.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Taking settlements back, and finding out what became of a request. A hospital acts under its own keys only; those of another
 * institution are answered as if there were none.
 */
@RestController
@RequestMapping("/api/v1")
class UndoController {

    private final VisibleVisits visible;
    private final CancelSettlement cancelSettlement;
    private final AdjustSettlement adjustSettlement;
    private final ReverseByKey reverseByKey;
    private final FindOutcome findOutcome;

    UndoController(
            VisibleVisits visible,
            CancelSettlement cancelSettlement,
            AdjustSettlement adjustSettlement,
            ReverseByKey reverseByKey,
            FindOutcome findOutcome) {
        this.visible = visible;
        this.cancelSettlement = cancelSettlement;
        this.adjustSettlement = adjustSettlement;
        this.reverseByKey = reverseByKey;
        this.findOutcome = findOutcome;
    }

    /**
     * 结算撤销 · Cancels a known settlement, by decision.
     *
     * @param caller {@code HOSPITAL}: of the settlement
     * @param id of the settlement's entry
     * @return 201 the undo; 200 the same undo again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/settlements/{id}/cancellations")
    Mono<ResponseEntity<UndoStatement>> cancel(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody CancelRequest body) {
        return visible.ownSettlement(caller, id)
                .flatMap(settlement -> cancelSettlement.cancel(
                        settlement, IdempotencyKey.require(key), body.toReason(), caller.subject()))
                .map(UndoController::answer);
    }

    /**
     * 部分退费 · Gives back parts of a settled bill, as one action: the rest is settled again in the place of the whole, by the same policy,
     * catalogue and circumstances. Everything is given back by a cancellation instead.
     *
     * @param caller {@code HOSPITAL}: of the settlement
     * @param id of the settlement's entry, or of the adjustment that stands in its place
     * @return 201 the adjustment, with {@code Settlement-State}; 200 the same adjustment again, for the same key, with {@code
     *     Idempotency-Hit} and {@code Settlement-State}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/settlements/{id}/adjustments")
    Mono<ResponseEntity<SettlementStatement>> adjust(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AdjustRequest body) {
        return visible.ownSettlement(caller, id)
                .flatMap(settlement -> adjustSettlement.adjust(
                        settlement, body.toCommand(IdempotencyKey.require(key), caller.subject())))
                .map(UndoController::answer);
    }

    private static ResponseEntity<SettlementStatement> answer(AdjustSettlement.Adjusted adjusted) {
        SettlementStatement statement = SettlementStatement.of(adjusted.adjustment());
        return adjusted.isReplay()
                ? ResponseEntity.ok()
                        .header(IdempotencyKey.HIT, "true")
                        .header(SettlementController.STATE, adjusted.state().name())
                        .body(statement)
                : ResponseEntity.status(HttpStatus.CREATED)
                        .header(SettlementController.STATE, adjusted.state().name())
                        .body(statement);
    }

    /**
     * 冲正 · Reverses a request whose outcome is unknown, by its key. What had settled is undone; what had not come is void and never
     * settles.
     *
     * @param caller {@code HOSPITAL}: under its own keys
     * @return 201 the undo, or the void key; 200 the same again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code not-found}, {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/reversals")
    Mono<ResponseEntity<UndoStatement>> reverse(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ReverseRequest body) {
        InstitutionCode own = caller.requireHospital();
        ReverseByKey.Command command = body.toCommand(IdempotencyKey.require(key), caller.subject());
        if (!command.institution().equals(own)) {
            return Mono.error(ProblemException.notFound());
        }
        return reverseByKey.reverse(command).map(UndoController::answer);
    }

    private static ResponseEntity<UndoStatement> answer(Recorded recorded) {
        UndoStatement statement = UndoStatement.in(recorded.entry()).orElseThrow();
        return recorded.isReplay()
                ? ResponseEntity.ok().header(IdempotencyKey.HIT, "true").body(statement)
                : ResponseEntity.status(HttpStatus.CREATED).body(statement);
    }

    /**
     * 结果查询 · What became of a request, by its key. For a caller that got no answer.
     *
     * @param caller {@code HOSPITAL}: under its own keys
     * @param kind 请求种类 · {@link UndoRequests.Asked}
     * @param key 请求号 · the Idempotency-Key of that request
     * @return the outcome; NEVER_SEEN is not final
     * @throws ProblemException {@code not-found}
     */
    @GetMapping("/outcomes")
    Mono<OutcomeResponse> outcome(
            Caller caller,
            @RequestParam(required = false) @Nullable String personId,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String key) {
        InstitutionCode own = caller.requireHospital();
        OutcomeQuestion question = OutcomeQuestion.of(personId, institution, kind, key);
        if (!question.institution().equals(own)) {
            return Mono.error(ProblemException.notFound());
        }
        return switch (question.kind()) {
            case SETTLEMENT ->
                findOutcome.ofSettlement(question.person(), question.key()).map(OutcomeResponse::of);
            case ADJUSTMENT, CANCELLATION, REVERSAL ->
                findOutcome.ofUndo(question.person(), question.key()).map(OutcomeResponse::of);
        };
    }
}
