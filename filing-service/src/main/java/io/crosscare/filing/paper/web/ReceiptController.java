package io.crosscare.filing.paper.web;

import io.crosscare.chassis.agency.Agencies;
import io.crosscare.chassis.agency.Agency;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.lodging.Filings;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The receipt of a filing, to be printed and taken home. */
@RestController
public final class ReceiptController {

    private static final String NO_SCRIPT = "default-src 'none'; style-src 'unsafe-inline'";

    private final Filings filings;
    private final InsuredPersons persons;
    private final Agencies agencies;
    private final Clock clock;

    public ReceiptController(Filings filings, InsuredPersons persons, Agencies agencies, Clock clock) {
        this.filings = filings;
        this.persons = persons;
        this.agencies = agencies;
        this.clock = clock;
    }

    /**
     * 备案回执 · A page to be printed: what the filing says and how it stands, with masked numbers of the person.
     *
     * @param caller {@code AGENCY}: of the insured region; {@code INSURED}: one's own
     * @param id of the filing
     * @return the page
     */
    @GetMapping(path = "/api/v1/filings/{id}/receipt", produces = "text/html;charset=UTF-8")
    Mono<ResponseEntity<String>> receipt(Caller caller, @PathVariable String id) {
        return filings.find(PathId.require(id, FilingId::new))
                .filter(filing -> caller.isAgencyOf(filing.terms().insuredRegion())
                        || caller.isPerson(filing.terms().personId()))
                .flatMap(this::page)
                .map(page -> ResponseEntity.ok()
                        .header("Content-Security-Policy", NO_SCRIPT)
                        .header("Cache-Control", "no-store")
                        .body(page))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private Mono<String> page(Filing filing) {
        RegionCode region = filing.terms().insuredRegion();
        Mono<Optional<Agency>> agency = agencies.find(region).map(Optional::of).defaultIfEmpty(Optional.empty());
        return persons.find(filing.terms().personId())
                .zipWith(
                        agency,
                        (person, responsible) ->
                                ReceiptPage.of(filing, person.particulars(), responsible, clock.instant()));
    }
}
