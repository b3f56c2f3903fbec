package io.crosscare.filing.lodging.web;

import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.lodging.Filings;
import io.crosscare.filing.lodging.FindFiledSettlements;
import io.crosscare.filing.lodging.model.FilingId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was settled under a filing. */
@RestController
@RequestMapping("/api/v1/filings/{id}/settlements")
public final class FiledSettlementsController {

    private final Filings filings;
    private final FindFiledSettlements finding;

    public FiledSettlementsController(Filings filings, FindFiledSettlements finding) {
        this.filings = filings;
        this.finding = finding;
    }

    /**
     * 备案下的结算 · What was settled under a filing and still stands. Those made before its special treatment was last decided have to
     * be cancelled and settled again.
     *
     * @param caller {@code AGENCY}: of the insured region
     * @param id of the filing
     * @return the settlements, without their amounts
     */
    @GetMapping
    Mono<FiledSettlementsResponse> settlements(Caller caller, @PathVariable String id) {
        if (!(caller instanceof Caller.Agency agency)) {
            throw ProblemException.forbidden();
        }
        return filings.find(PathId.require(id, FilingId::new))
                .filter(filing -> agency.isAgencyOf(filing.terms().insuredRegion()))
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .flatMap(filing -> finding.live(filing).map(live -> FiledSettlementsResponse.of(live, filing)));
    }
}
