package io.crosscare.correction.desk.web;

import io.crosscare.chassis.agency.Agency;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.desk.Authors;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.KnownOffices;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Stage;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The letter (协查函) to an office that is not in the suite, to be printed and sent. */
@RestController
class LetterController {

    private static final String NO_SCRIPT = "default-src 'none'; style-src 'unsafe-inline'";
    private static final Text NOT_OUTSIDE =
            Text.of("该纠错单不在系统外单位，无需协查函", "the case lies with no office outside, so there is no letter");

    private final CorrectionCases cases;
    private final KnownOffices knownOffices;
    private final Clock clock;

    LetterController(CorrectionCases cases, KnownOffices knownOffices, Clock clock) {
        this.cases = cases;
        this.knownOffices = knownOffices;
        this.clock = clock;
    }

    /**
     * 协查函 · A page to be printed: what was refused, why, and what the office outside is asked for. There is one while a case lies
     * with an office that is not in the suite. Nothing of the person is in it but the person's id.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region
     * @param id of the case
     * @return the page
     * @throws ProblemException {@code conflict}
     */
    @GetMapping(path = "/api/v1/correction-cases/{id}/letter", produces = "text/html;charset=UTF-8")
    Mono<ResponseEntity<String>> letter(Caller caller, @PathVariable String id) {
        Authors.require(caller);
        CaseSight sight = CaseSight.of(caller).orElseThrow(ProblemException::forbidden);
        CaseId caseId = CaseController.Ids.require(id);
        return cases.find(caseId)
                .filter(sight::shows)
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .flatMap(this::page)
                .map(page -> ResponseEntity.ok()
                        .header("Content-Security-Policy", NO_SCRIPT)
                        .header("Cache-Control", "no-store")
                        .body(page));
    }

    private Mono<String> page(CorrectionCase one) {
        if (!(one.file().handling().stage() instanceof Stage.Outside outside)) {
            return Mono.error(ProblemException.conflict(NOT_OUTSIDE));
        }
        Mono<Agency> sender = outside.sender().isHospital() ? Mono.empty() : knownOffices.agencyOf(outside.sender());
        return sender.map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(agency -> LetterPage.of(one, outside, agency, clock.instant()));
    }
}
