package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.direct.web.VisitActRequests.CancelVisitRequest;
import io.crosscare.settlement.direct.web.VisitActRequests.ChangeVisitRequest;
import io.crosscare.settlement.direct.web.VisitActRequests.DiagnosesRequest;
import io.crosscare.settlement.direct.web.VisitActRequests.WithdrawLinesRequest;
import io.crosscare.settlement.direct.web.VisitResponses.FeeLinesResponse;
import io.crosscare.settlement.direct.web.VisitResponses.VisitResponse;
import io.crosscare.settlement.visit.CancelDischarge;
import io.crosscare.settlement.visit.CancelVisit;
import io.crosscare.settlement.visit.ChangeVisit;
import io.crosscare.settlement.visit.ReplaceDiagnoses;
import io.crosscare.settlement.visit.VisitActs.Acted;
import io.crosscare.settlement.visit.WithdrawFeeLines;
import io.crosscare.settlement.visit.model.Diagnosis;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitAct;
import io.crosscare.settlement.visit.model.VisitAct.Action;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a hospital does to its own visit between registration and settlement. */
@RestController
@RequestMapping("/api/v1/visits/{id}")
class VisitActController {

    private final VisibleVisits visible;
    private final ChangeVisit changeVisit;
    private final CancelVisit cancelVisit;
    private final WithdrawFeeLines withdrawFeeLines;
    private final ReplaceDiagnoses replaceDiagnoses;
    private final CancelDischarge cancelDischarge;
    private final Clock clock;

    VisitActController(
            VisibleVisits visible,
            ChangeVisit changeVisit,
            CancelVisit cancelVisit,
            WithdrawFeeLines withdrawFeeLines,
            ReplaceDiagnoses replaceDiagnoses,
            CancelDischarge cancelDischarge,
            Clock clock) {
        this.visible = visible;
        this.changeVisit = changeVisit;
        this.cancelVisit = cancelVisit;
        this.withdrawFeeLines = withdrawFeeLines;
        this.replaceDiagnoses = replaceDiagnoses;
        this.cancelDischarge = cancelDischarge;
        this.clock = clock;
    }

    /**
     * 就诊信息变更 · Corrects what was said at the registration, as long as nothing of the visit is settled.
     *
     * @param caller {@code HOSPITAL}: of the visit
     * @param id of the visit
     * @return 201 the visit as it stands; 200 the same again, for the same key or where nothing changes, with
     *     {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/changes")
    Mono<ResponseEntity<VisitResponse>> change(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ChangeVisitRequest body) {
        return acting(caller, id, key, (visit, callerKey) -> {
                    ChangeVisitRequest.Change change = body.toChange(ChinaTime.today(clock));
                    VisitAct act = act(Action.CHANGED, caller, callerKey, change.reason(), body::describe);
                    return changeVisit.change(visit, change.correction(), act);
                })
                .map(VisitActController::answer);
    }

    /**
     * 就诊登记撤销 · Cancels the registration of a visit of which nothing is settled. Its number is free again.
     *
     * @param caller {@code HOSPITAL}: of the visit
     * @param id of the visit
     * @return 201 the cancelled visit; 200 the same again, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/cancellations")
    Mono<ResponseEntity<VisitResponse>> cancel(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody CancelVisitRequest body) {
        return acting(caller, id, key, (visit, callerKey) -> {
                    VisitAct act = act(Action.CANCELLED, caller, callerKey, body.toReason(), _ -> {});
                    return cancelVisit.cancel(visit, act);
                })
                .map(VisitActController::answer);
    }

    /**
     * 费用明细撤销 · Withdraws fee lines that are not settled. Their numbers may be uploaded again with other content.
     *
     * @param caller {@code HOSPITAL}: of the visit
     * @param id of the visit
     * @return 201 the fee sheet as it stands; 200 the same again, for the same key or where all of it was withdrawn before, with
     *     {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/fee-line-withdrawals")
    Mono<ResponseEntity<FeeLinesResponse>> withdraw(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody WithdrawLinesRequest body) {
        return acting(caller, id, key, (visit, callerKey) -> {
                    WithdrawLinesRequest.Withdrawing withdrawing = body.toWithdrawing();
                    VisitAct act = act(Action.LINES_WITHDRAWN, caller, callerKey, withdrawing.reason(), body::describe);
                    return withdrawFeeLines.withdraw(visit, withdrawing.selection(), act);
                })
                .map(acted -> answer(acted, FeeLinesResponse::of));
    }

    /**
     * 诊断信息上传 · Keeps the diagnoses of a visit, all of them at once.
     *
     * @param caller {@code HOSPITAL}: of the visit
     * @param id of the visit
     * @return the visit
     * @throws ProblemException {@code conflict}
     */
    @PutMapping("/diagnoses")
    Mono<VisitResponse> diagnoses(Caller caller, @PathVariable String id, @RequestBody DiagnosesRequest body) {
        return visible.own(caller, id)
                .flatMap(visit -> {
                    List<Diagnosis> diagnoses = body.toDiagnoses(ChinaTime.today(clock));
                    return replaceDiagnoses.replace(visit, diagnoses, VisitActRequests.diagnoses(caller, clock));
                })
                .map(acted -> VisitResponse.of(acted.visit(), null));
    }

    /**
     * 出院撤销 · Takes a discharge back that is not settled. The stay goes on.
     *
     * @param caller {@code HOSPITAL}: of the visit
     * @param id of the visit
     * @return 201 the visit as it stands; 200 the same again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/discharge-cancellations")
    Mono<ResponseEntity<VisitResponse>> cancelDischarge(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody CancelVisitRequest body) {
        return acting(caller, id, key, (visit, callerKey) -> {
                    VisitAct act = act(Action.DISCHARGE_CANCELLED, caller, callerKey, body.toReason(), _ -> {});
                    return cancelDischarge.cancel(visit, act);
                })
                .map(VisitActController::answer);
    }

    /** Something that its hospital does to a visit, under the hospital's key. */
    private Mono<Acted> acting(
            Caller caller, String id, @Nullable String key, BiFunction<Visit, IdempotencyKey, Mono<Acted>> act) {
        return visible.own(caller, id).flatMap(visit -> act.apply(visit, IdempotencyKey.require(key)));
    }

    private VisitAct act(
            Action action, Caller caller, IdempotencyKey key, String reason, Consumer<CanonicalForm> content) {
        return VisitActRequests.act(action, caller, key, reason, clock, content);
    }

    private static ResponseEntity<VisitResponse> answer(Acted acted) {
        return answer(acted, visit -> VisitResponse.of(visit, null));
    }

    private static <T> ResponseEntity<T> answer(Acted acted, Function<Visit, T> bodyOf) {
        T body = bodyOf.apply(acted.visit());
        return acted.isReplay()
                ? ResponseEntity.ok().header(IdempotencyKey.HIT, "true").body(body)
                : ResponseEntity.status(HttpStatus.CREATED).body(body);
    }
}
