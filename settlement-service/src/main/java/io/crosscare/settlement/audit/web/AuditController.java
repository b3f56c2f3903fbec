package io.crosscare.settlement.audit.web;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.audit.Audits;
import io.crosscare.settlement.audit.RequestAudit;
import io.crosscare.settlement.audit.RequestAudit.Requested;
import io.crosscare.settlement.audit.RunAudits;
import io.crosscare.settlement.audit.model.Audit;
import io.crosscare.settlement.chain.StoredEntries;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Begins an audit and tells of it. For operators alone: it names records, whoever they belong to. */
@RestController
@RequestMapping("/api/v1/audits")
class AuditController {

    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);

    private final RequestAudit requestAudit;
    private final RunAudits runAudits;
    private final Audits audits;
    private final StoredEntries entries;

    AuditController(RequestAudit requestAudit, RunAudits runAudits, Audits audits, StoredEntries entries) {
        this.requestAudit = requestAudit;
        this.runAudits = runAudits;
        this.audits = audits;
        this.entries = entries;
    }

    /**
     * 开始审计 · Begins an audit. It checks everything that is stored against its invariants, in the background; one runs at a time.
     *
     * @param caller {@code OPERATOR}
     * @return 202 the audit, running; with {@code Idempotency-Hit} where the same key began it before
     * @throws ProblemException {@code conflict}
     */
    @PostMapping
    Mono<ResponseEntity<AuditResponse>> begin(
            Caller caller, @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        requireOperator(caller);
        IdempotencyKey callerKey = IdempotencyKey.require(key);
        return requestAudit.request(caller.subject() + "/" + callerKey.value()).map(this::answer);
    }

    private ResponseEntity<AuditResponse> answer(Requested requested) {
        return switch (requested) {
            case Requested.Begun(Audit audit) -> ResponseEntity.accepted().body(response(audit));
            case Requested.Replayed(Audit audit) ->
                ResponseEntity.accepted().header("Idempotency-Hit", "true").body(response(audit));
            case Requested.Busy(Audit running) ->
                throw ProblemException.conflict(Text.of("已有一次审计正在进行", "another audit is running"))
                        .with("auditId", running.id())
                        .retryAfter(ASK_AGAIN_AFTER);
        };
    }

    /**
     * 审计结果 · Tells of an audit. While it runs, how far it has come; then what it found, record by record.
     *
     * @param caller {@code OPERATOR}
     * @param id of the audit
     * @return the audit
     */
    @GetMapping("/{id}")
    Mono<AuditResponse> read(Caller caller, @PathVariable String id) {
        requireOperator(caller);
        return runAudits
                .giveUpSilent()
                .then(audits.find(id))
                .map(this::response)
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private AuditResponse response(Audit audit) {
        return AuditResponse.of(audit, entries.buckets());
    }

    private static void requireOperator(Caller caller) {
        if (!(caller instanceof Caller.Operator)) {
            throw ProblemException.forbidden();
        }
    }
}
