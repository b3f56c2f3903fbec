package io.crosscare.filing.disclosure.web;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.disclosure.DiscloseInsuredPerson;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The one door that answers with unmasked personal data. The reason travels in the body: a URL is logged. */
@RestController
@RequestMapping("/api/v1/insured-persons/{personId}/disclosures")
public final class DisclosureController {

    private static final String DOOR = "POST /insured-persons/{personId}/disclosures";

    private final DiscloseInsuredPerson disclosing;
    private final Counter disclosed;

    public DisclosureController(DiscloseInsuredPerson disclosing, MeterRegistry meters) {
        this.disclosing = disclosing;
        this.disclosed = meters.counter("crosscare.filing.disclosures");
    }

    /**
     * 查阅参保人明文信息 · Shows a person's names and numbers in full. Who read them, when and what for is written down before the
     * answer leaves; the person can see it. Each call is a read of its own.
     *
     * @param caller {@code AGENCY}: of the insured region
     * @return the person, unmasked
     */
    @PostMapping
    Mono<ResponseEntity<DisclosureResponse>> disclose(
            Caller caller, @PathVariable String personId, @RequestBody DisclosureRequest body) {
        if (!(caller instanceof Caller.Agency agency)) {
            throw ProblemException.forbidden();
        }
        PersonId person = PathId.require(personId, PersonId::new);
        return disclosing
                .disclose(person, agency, DOOR, body.checkedReason())
                .doOnNext(_ -> disclosed.increment())
                .map(found ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(DisclosureResponse.of(found)))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }
}
