package io.crosscare.correction.desk.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.CorrectionCases.Query;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.Reason;
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

/** Lists cases, shows one with its timeline, counts them. What is out of a caller's sight is answered as if it were not there. */
@RestController
@RequestMapping("/api/v1/correction-cases")
class CaseController {

    private static final Text REASON = Text.of("应为大写字母和下划线组成的原因代码", "must be a reason code in capital letters");

    private final CorrectionCases cases;

    CaseController(CorrectionCases cases) {
        this.cases = cases;
    }

    /**
     * 纠错单列表 · The cases in a caller's sight. Newest first, and all filters together decide.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region;
     *     {@code INSURED}: the person's own
     * @param state optional, {@link CaseState}
     * @param reason optional, a reason code
     * @param institution optional
     * @param insuredRegion optional
     * @param careRegion optional
     * @param personId optional
     * @param cursor optional
     * @param limit optional
     * @return a page of cases
     */
    @GetMapping
    Mono<CasesResponse> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String insuredRegion,
            @RequestParam(required = false) @Nullable String careRegion,
            @RequestParam(required = false) @Nullable String personId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        CaseSight sight = CaseSight.of(caller).orElseThrow(ProblemException::forbidden);
        FieldChecks checks = new FieldChecks();
        var inState = checks.optionalOneOf("state", state, CaseState.class);
        var because = checks.optional("reason", reason, "reason", REASON, Reason::new);
        var at = checks.optionalInstitution("institution", institution);
        var insured = checks.optionalRegion("insuredRegion", insuredRegion);
        var care = checks.optionalRegion("careRegion", careRegion);
        var person = checks.optionalPersonId("personId", personId);
        var after = checks.cursor(cursor, Cursor::decode);
        var pageSize = checks.pageSize("limit", limit);
        checks.throwIfInvalid();
        int size = pageSize.orElse(FieldChecks.PAGE_SIZE_DEFAULT);
        Query query = new Query(
                sight,
                inState.orNull(),
                because.orNull(),
                at.orNull(),
                insured.orNull(),
                care.orNull(),
                person.orNull(),
                after.orNull(),
                size + 1);
        return cases.list(query).collectList().map(oneMore -> CasesResponse.page(oneMore, size));
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
        return cases.counts(sight).collectList().map(CountsResponse::of);
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
                .map(found -> CaseResponse.of(found, caller))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    /** Ids as they stand in paths. */
    static final class Ids {

        private Ids() {}

        static CaseId require(String id) {
            return PathId.require(id, CaseId::new);
        }
    }
}
