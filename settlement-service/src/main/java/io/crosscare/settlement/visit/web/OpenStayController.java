package io.crosscare.settlement.visit.web;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.web.OpenStaysResponse.OpenStayResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who is in hospital now, for services that have to warn them. Persons are named in the body. Not reached through the gateway. */
@RestController
@RequestMapping("/api/v1/open-stays")
class OpenStayController {

    private final Visits visits;

    OpenStayController(Visits visits) {
        this.visits = visits;
    }

    @PostMapping
    Mono<OpenStaysResponse> openStays(Caller caller, @RequestBody OpenStaysRequest body) {
        if (!caller.isService()) {
            throw ProblemException.forbidden();
        }
        return visits.openStaysOf(body.toPersons())
                .map(OpenStayResponse::of)
                .collectList()
                .map(OpenStaysResponse::new);
    }
}
