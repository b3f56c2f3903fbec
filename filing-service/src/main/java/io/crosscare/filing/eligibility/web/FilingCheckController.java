package io.crosscare.filing.eligibility.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.eligibility.CheckFiling;
import io.crosscare.filing.eligibility.model.FilingCheck;
import io.crosscare.filing.eligibility.model.ServiceType;
import io.crosscare.filing.eligibility.web.FilingCheckResponse.Question;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.lodging.FilingRules;
import io.crosscare.filing.lodging.model.FilingPeriod;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Is this person filed for this care region on this day, or where a last day is given, on any from the one to the other? */
@RestController
@RequestMapping("/api/v1/filing-checks")
public final class FilingCheckController {

    private final CheckFiling checking;
    private final InsuredPersons persons;
    private final FilingRules rules;
    private final MeterRegistry meters;

    public FilingCheckController(
            CheckFiling checking, InsuredPersons persons, FilingRules rules, MeterRegistry meters) {
        this.checking = checking;
        this.persons = persons;
        this.rules = rules;
        this.meters = meters;
    }

    /**
     * 备案核验 · Whether a person is filed for a care region on a day. Where a last day is given: on any day from the one to the
     * other.
     *
     * @param caller {@code HOSPITAL}; {@code AGENCY}: persons of its region; {@code INSURED}: oneself
     * @param serviceType {@link ServiceType}
     * @param until optional, the last day asked for, a day in China
     * @return yes with the filing, or no with the reason; in the insured region itself that none is needed
     * @throws ProblemException {@code not-found}
     */
    @GetMapping
    Mono<FilingCheckResponse> check(
            Caller caller,
            @RequestParam(required = false) @Nullable String personId,
            @RequestParam(required = false) @Nullable String careRegion,
            @RequestParam(required = false) @Nullable String serviceType,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String until) {
        Question question = question(personId, careRegion, serviceType, on, until);
        return persons.find(question.personId())
                .filter(person -> mayAsk(caller, person))
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .flatMap(person -> checking.check(question.personId(), question.careRegion(), question.days())
                        .doOnNext(this::count)
                        .map(check -> FilingCheckResponse.of(question, check, isAtHome(person, question))));
    }

    private boolean isAtHome(InsuredPerson person, Question question) {
        return rules.require(person.insuredRegion()).isAtHome(question.careRegion());
    }

    private static Question question(
            @Nullable String personId,
            @Nullable String careRegion,
            @Nullable String serviceType,
            @Nullable String on,
            @Nullable String until) {
        FieldChecks checks = new FieldChecks();
        var person = checks.personId("personId", personId);
        var destination = checks.region("careRegion", careRegion);
        var service = checks.oneOf("serviceType", serviceType, ServiceType.class);
        var first = checks.date("on", on);
        var last = checks.optionalDate("until", until);
        checks.period(first, last);
        checks.throwIfInvalid();
        return new Question(
                person.value(),
                destination.value(),
                service.value(),
                new FilingPeriod(first.value(), last.orElse(first.value())));
    }

    private static boolean mayAsk(Caller caller, InsuredPerson person) {
        return switch (caller) {
            case Caller.Service _, Caller.Hospital _ -> true;
            case Caller.Agency agency -> agency.isAgencyOf(person.insuredRegion());
            case Caller.Insured insured -> insured.isPerson(person.id());
            case Caller.Platform _, Caller.Operator _ -> false;
        };
    }

    private void count(FilingCheck check) {
        String outcome = switch (check) {
            case FilingCheck.Effective _ -> "EFFECTIVE";
            case FilingCheck.NotEffective no -> no.reason().name();
        };
        meters.counter("crosscare.filing.checks", "outcome", outcome).increment();
    }
}
