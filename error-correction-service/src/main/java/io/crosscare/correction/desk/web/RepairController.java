package io.crosscare.correction.desk.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.RepairCase;
import io.crosscare.correction.desk.RepairCase.Outcome;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Recheck;
import io.crosscare.correction.desk.model.Repair;
import io.crosscare.correction.desk.model.RepairRun;
import io.crosscare.correction.desk.model.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Safe repairs at somebody's wish; what changes money or rights is only prepared, see the diagnosis. */
@RestController
@RequestMapping("/api/v1/correction-cases/{id}/repairs")
class RepairController {

    private static final Text CLOSED = Text.of("该纠错单已关闭", "this case is closed");

    private final RepairCase repairCase;

    RepairController(RepairCase repairCase) {
        this.repairCase = repairCase;
    }

    /** What may be asked for. */
    enum AskedRepair {
        /** 更新副本 · has settlement ask the owners and renew its copies. */
        REFRESH_COPY,
        /** 查明结果 · asks what became of the bill. */
        RESOLVE_OUTCOME,
        /** 询问登记方 · asks the services that own the records again. */
        ASK_OWNERS,
        /** 预结算复核 · has the bill previewed again. */
        RECHECK;

        private Repair toRepair() {
            return Repair.valueOf(name());
        }
    }

    /**
     * What is to be done.
     *
     * @param repair 处理方式 · what is asked for, {@link AskedRepair}
     */
    record RepairRequest(@Nullable String repair) {

        Repair toRepair() {
            FieldChecks checks = new FieldChecks();
            var asked = checks.oneOf("repair", repair, AskedRepair.class);
            checks.throwIfInvalid();
            return asked.value().toRepair();
        }
    }

    /**
     * What was done.
     *
     * @param repair 处理 · what was done and found
     * @param recheck 复核 · how the bill stands since; absent while settlement was not asked
     */
    record RepairedResponse(RepairResponse repair, @Nullable RecheckResponse recheck) {}

    /**
     * 安全处理 · Does one of the safe repairs. None changes money or rights, and doing it again does no harm.
     *
     * @param caller {@code HOSPITAL}: on its own cases; {@code AGENCY}: on those of its region as insured or as care region
     * @param id of the case
     * @return 201 what was done; 200 the same again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping
    Mono<ResponseEntity<RepairedResponse>> repair(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody RepairRequest body) {
        String organisation = organisationOf(caller);
        CaseSight sight = CaseSight.of(caller).orElseThrow(ProblemException::forbidden);
        CaseId caseId = CaseController.Ids.require(id);
        IdempotencyKey callerKey = IdempotencyKey.require(key);
        return repairCase
                .repair(sight, caller.subject(), organisation, caseId, callerKey, body.toRepair())
                .map(RepairController::answer);
    }

    private static String organisationOf(Caller caller) {
        return switch (caller) {
            case Caller.Hospital hospital -> hospital.institution().value();
            case Caller.Agency agency -> agency.region().value();
            case Caller.Insured _, Caller.Operator _, Caller.Platform _, Caller.Service _ ->
                throw ProblemException.forbidden();
        };
    }

    private static ResponseEntity<RepairedResponse> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Repaired(var one, var run) ->
                ResponseEntity.status(HttpStatus.CREATED).body(body(one.file().work(), run));
            case Outcome.Replayed(var one, var run) ->
                ResponseEntity.ok()
                        .header(IdempotencyKey.HIT, "true")
                        .body(body(one.file().work(), run));
            case Outcome.KeyReused() -> throw ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT);
            case Outcome.Closed() -> throw ProblemException.conflict(CLOSED);
            case Outcome.NotVisible() -> throw ProblemException.notFound();
        };
    }

    private static RepairedResponse body(Work work, RepairRun run) {
        Recheck recheck = work.recheck();
        return new RepairedResponse(RepairResponse.of(run), recheck == null ? null : RecheckResponse.of(recheck));
    }
}
