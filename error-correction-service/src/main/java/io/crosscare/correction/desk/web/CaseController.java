package io.crosscare.correction.desk.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.CountWorkload;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.RuleBase;
import io.crosscare.correction.desk.web.CaseResponses.CaseResponse;
import io.crosscare.correction.desk.web.CaseResponses.CasesResponse;
import io.crosscare.correction.desk.web.CaseResponses.CountsResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows a case with its timeline, and counts cases. What is out of a caller's sight is answered as if it were not there. */
@RestController
@RequestMapping("/api/v1/correction-cases")
class CaseController {

    private final CorrectionCases cases;
    private final CountWorkload countWorkload;
    private final RuleBase rules;

    CaseController(CorrectionCases cases, CountWorkload countWorkload, RuleBase rules) {
        this.cases = cases;
        this.countWorkload = countWorkload;
        this.rules = rules;
    }

    /**
     * 纠错单数量 · How many cases there are, by state and reason.
     *
     * @param caller {@code OPERATOR}: all cases; {@code HOSPITAL}, {@code AGENCY}, {@code INSURED}: those in their sight
     * @return the counts
     */
    @GetMapping("/counts")
    Mono<CountsResponse> counts(Caller caller) {
        CaseSight sight = caller instanceof Caller.Operator
                ? new CaseSight.Everything()
                : CaseSight.of(caller).orElseThrow(ProblemException::forbidden);
        return cases.counts(sight, null).collectList().map(CountsResponse::of);
    }

    /**
     * 纠错工作量 · How much there is to do: open cases by level, by reason, by cause and by age, and how many of them are
     * late.
     *
     * @param caller {@code OPERATOR}: all cases; {@code HOSPITAL}, {@code AGENCY}, {@code INSURED}: those in their sight
     * @return what was counted
     */
    @GetMapping("/workload")
    Mono<WorkloadResponse> workload(Caller caller) {
        CaseSight sight = caller instanceof Caller.Operator
                ? new CaseSight.Everything()
                : CaseSight.of(caller).orElseThrow(ProblemException::forbidden);
        return countWorkload.count(sight).map(WorkloadResponse::of);
    }

    /**
     * 单个纠错单 · A case with its timeline. What is out of a caller's sight is answered as if it were not there.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region;
     *     {@code INSURED}: the person's own, without the comments
     * @param id of the case
     * @return the case
     */
    @GetMapping("/{id}")
    Mono<CaseResponse> one(Caller caller, @PathVariable String id) {
        CaseId caseId = Ids.require(id);
        return Mono.justOrEmpty(CaseSight.of(caller))
                .flatMap(sight -> cases.find(caseId).filter(sight::shows))
                .map(found -> CaseResponse.of(found, rules.diagnose(found), caller))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    /**
     * 共同事件的患者 · The patients of a common case, each a case of its own. Newest first; a caller gets those in its sight.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region
     * @param id of the common case
     * @param cursor optional
     * @param limit optional
     * @return a page of cases; none where the case is none, or none of its patients is in the caller's sight
     */
    @GetMapping("/{id}/patients")
    Mono<CasesResponse> patients(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        CaseSight sight = CaseSight.of(caller).orElseThrow(ProblemException::forbidden);
        CaseId caseId = Ids.require(id);
        FieldChecks checks = new FieldChecks();
        var after = checks.cursor(cursor, Cursor::decode);
        var pageSize = checks.pageSize("limit", limit);
        checks.throwIfInvalid();
        int size = pageSize.orElse(FieldChecks.PAGE_SIZE_DEFAULT);
        return cases.patients(caseId, sight, after.orNull(), size + 1)
                .collectList()
                .map(oneMore -> CasesResponse.page(oneMore, size));
    }

    /** Ids as they stand in paths. */
    static final class Ids {

        private Ids() {}

        static CaseId require(String id) {
            return PathId.require(id, CaseId::new);
        }
    }
}
