package io.crosscare.correction.desk.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.desk.Authors;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.PastedText;
import io.crosscare.correction.desk.WorkOnCase;
import io.crosscare.correction.desk.WorkOnCase.Outcome;
import io.crosscare.correction.desk.WorkOnCase.Request;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.RuleBase;
import io.crosscare.correction.desk.model.Stage;
import io.crosscare.correction.desk.model.Stop;
import io.crosscare.correction.desk.web.CaseResponses.CaseResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the office that has a case does with it. An act that is not possible names where the case stands. */
@RestController
@RequestMapping("/api/v1/correction-cases/{id}")
class WorkController {

    private static final Text FULL = Text.of("该纠错单的办理记录已达上限", "this case has as many acts as it can hold");

    private final WorkOnCase workOnCase;
    private final RuleBase rules;

    WorkController(WorkOnCase workOnCase, RuleBase rules) {
        this.workOnCase = workOnCase;
        this.rules = rules;
    }

    /**
     * Why it is done.
     *
     * @param reason 理由 · in words: at least 4 letters or digits (汉字即字) and at most 2,000 characters, line breaks allowed; numbers of
     *     persons are masked before it is stored, names are not
     */
    record ReasonRequest(@Nullable String reason) {

        String toReason() {
            FieldChecks checks = new FieldChecks();
            var given = checks.required("reason", reason, "text", PastedText.REASON_RULE, PastedText::parseReason);
            checks.throwIfInvalid();
            return given.value();
        }
    }

    /**
     * 接收 · Takes a case that lies with the caller's office, also from a colleague.
     *
     * @param caller {@code HOSPITAL}: its own, while they lie with it; {@code AGENCY}: while they lie with its region
     * @param id of the case
     * @return 200 the case; the same for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/assignments")
    Mono<ResponseEntity<CaseResponse>> assign(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        return workOnCase.take(request(caller, id, key)).map(outcome -> answer(outcome, caller));
    }

    /**
     * 退回 · Returns a case to the office it came from, with a reason. What lies outside the suite comes back to who wrote there.
     *
     * @param caller {@code HOSPITAL}: its own, while it writes for them; {@code AGENCY}: while they lie with its region
     * @param id of the case
     * @return 200 the case; the same for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/returns")
    Mono<ResponseEntity<CaseResponse>> giveBack(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ReasonRequest body) {
        Request request = request(caller, id, key);
        return workOnCase.giveBack(request, body.toReason()).map(outcome -> answer(outcome, caller));
    }

    /**
     * 上报 · Passes a case on: from the hospital to the agency of the care region, to that of the insured region, to the province.
     * Where the next agency is not in the suite, the case is outside and a letter can be printed.
     *
     * @param caller {@code HOSPITAL}: its own, while they lie with it; {@code AGENCY}: while they lie with its region
     * @param id of the case
     * @return 200 the case; the same for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/escalations")
    Mono<ResponseEntity<CaseResponse>> escalate(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ReasonRequest body) {
        Request request = request(caller, id, key);
        return workOnCase.escalate(request, body.toReason()).map(outcome -> answer(outcome, caller));
    }

    /**
     * 办结 · Resolves a case that was taken, or that is outside, without a settlement that proves it: on the word of the office that has it,
     * with the reason. A refusal that follows opens it again.
     *
     * @param caller {@code HOSPITAL}: its own, while they lie with it; {@code AGENCY}: while they lie with its region
     * @param id of the case
     * @return 200 the case; the same for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/resolutions")
    Mono<ResponseEntity<CaseResponse>> resolve(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ReasonRequest body) {
        Request request = request(caller, id, key);
        return workOnCase.resolve(request, body.toReason()).map(outcome -> answer(outcome, caller));
    }

    /**
     * 重新打开 · Opens a resolved case again; only a settlement recorded after that is evidence.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region
     * @param id of the case
     * @return 200 the case; the same for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/reopenings")
    Mono<ResponseEntity<CaseResponse>> reopen(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ReasonRequest body) {
        Request request = request(caller, id, key);
        return workOnCase.reopen(request, body.toReason()).map(outcome -> answer(outcome, caller));
    }

    private static Request request(Caller caller, String id, @Nullable String key) {
        return new Request(
                CaseSight.of(caller).orElseThrow(ProblemException::forbidden),
                Authors.require(caller),
                CaseController.Ids.require(id),
                IdempotencyKey.require(key));
    }

    private ResponseEntity<CaseResponse> answer(Outcome outcome, Caller caller) {
        return switch (outcome) {
            case Outcome.Carried carried -> ResponseEntity.ok(body(carried.one(), caller));
            case Outcome.Replayed replayed ->
                ResponseEntity.ok().header(IdempotencyKey.HIT, "true").body(body(replayed.one(), caller));
            case Outcome.KeyReused() -> throw ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT);
            case Outcome.Stopped(Stop stop) -> throw ProblemException.conflict(why(stop));
            case Outcome.NotVisible() -> throw ProblemException.notFound();
        };
    }

    private CaseResponse body(CorrectionCase one, Caller caller) {
        return CaseResponse.of(one, rules.diagnose(one), caller);
    }

    private static Text why(Stop stop) {
        return switch (stop) {
            case Stop.NotFrom notFrom ->
                Text.of(
                        "当前为“" + zh(notFrom.stage()) + "”，不能" + notFrom.order().zh(),
                        "the case is " + en(notFrom.stage()) + "; from there no such step leads");
            case Stop.NotYours notYours ->
                Text.of(
                        "当前为“" + zh(notYours.stage()) + "”，应由该单位"
                                + notYours.order().zh(),
                        "the case is " + en(notYours.stage()) + "; that office is to act");
            case Stop.Full() -> FULL;
        };
    }

    private static String zh(Stage stage) {
        return stage.station().office().level().zh() + stage.name().zh();
    }

    private static String en(Stage stage) {
        return stage.name() + " at " + stage.station().office().level();
    }
}
