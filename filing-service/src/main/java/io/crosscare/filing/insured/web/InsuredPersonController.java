package io.crosscare.filing.insured.web;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.insured.HostedRegions;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.insured.RegisterInsuredPerson;
import io.crosscare.filing.insured.RegistrationOutcome;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.Particulars;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Registering insured persons and reading them by personId. */
@RestController
@RequestMapping("/api/v1/insured-persons")
public final class InsuredPersonController {

    private static final Text NOT_HOSTED =
            Text.of("该统筹区的参保人不在本系统登记", "is not a pooling region whose persons are kept here");
    private static final Text IDENTITY_TAKEN =
            Text.of("该证件号码在本统筹区已属于另一参保人", "The identity number belongs to another person of this region");

    private final RegisterInsuredPerson registering;
    private final InsuredPersons persons;
    private final HostedRegions hostedRegions;

    public InsuredPersonController(
            RegisterInsuredPerson registering, InsuredPersons persons, HostedRegions hostedRegions) {
        this.registering = registering;
        this.persons = persons;
        this.hostedRegions = hostedRegions;
    }

    /**
     * 登记或更新参保人 · Reports an insured person. The person is known by region and person number; what has changed is stored as a
     * new version.
     *
     * @param caller {@code AGENCY}: of the insured region
     * @return 201 the person, new here; 200 the person as it stands, changed or not
     * @throws ProblemException {@code conflict}
     */
    @PostMapping
    Mono<ResponseEntity<InsuredPersonResponse>> register(Caller caller, @RequestBody InsuredPersonRequest body) {
        if (!(caller instanceof Caller.Agency)) {
            throw ProblemException.forbidden();
        }
        Particulars particulars = body.toParticulars();
        requireHosted(particulars.insuredRegion());
        caller.requireAgencyOf(particulars.insuredRegion());
        return registering.register(particulars, caller.subject()).map(InsuredPersonController::answer);
    }

    /**
     * 查询参保人 · Reads an insured person. What is left out of an answer is not the caller's to see.
     *
     * @param caller {@code AGENCY}: of the insured region, masked; {@code INSURED}: oneself, masked; {@code HOSPITAL}: without
     *     numbers
     * @return the person
     */
    @GetMapping("/{personId}")
    Mono<InsuredPersonResponse> read(Caller caller, @PathVariable String personId) {
        return persons.find(PathId.require(personId, PersonId::new))
                .flatMap(person -> Mono.justOrEmpty(visible(caller, person)))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private void requireHosted(RegionCode insuredRegion) {
        if (!hostedRegions.contains(insuredRegion)) {
            throw ProblemException.invalid("insuredRegion", "hosted-region", NOT_HOSTED);
        }
    }

    private static Optional<InsuredPersonResponse> visible(Caller caller, InsuredPerson person) {
        PersonId id = person.id();
        return switch (caller) {
            case Caller.Agency agency
            when agency.isAgencyOf(person.insuredRegion()) -> Optional.of(InsuredPersonResponse.masked(person));
            case Caller.Insured insured when insured.isPerson(id) -> Optional.of(InsuredPersonResponse.masked(person));
            case Caller.Hospital hospital ->
                Optional.of(InsuredPersonResponse.forHospital(person, hospital.institution()));
            case Caller.Service _ -> Optional.of(InsuredPersonResponse.forService(person));
            case Caller.Agency _, Caller.Insured _, Caller.Platform _, Caller.Operator _ -> Optional.empty();
        };
    }

    private static ResponseEntity<InsuredPersonResponse> answer(RegistrationOutcome outcome) {
        return switch (outcome) {
            case RegistrationOutcome.Registered registered ->
                ResponseEntity.status(HttpStatus.CREATED).body(InsuredPersonResponse.masked(registered.person()));
            case RegistrationOutcome.Changed changed ->
                ResponseEntity.ok(InsuredPersonResponse.masked(changed.person()));
            case RegistrationOutcome.Kept kept -> ResponseEntity.ok(InsuredPersonResponse.masked(kept.person()));
            case RegistrationOutcome.IdentityNumberTaken _ -> throw ProblemException.conflict(IDENTITY_TAKEN);
        };
    }
}
