package io.crosscare.registry.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.registry.directory.AskAdmission;
import io.crosscare.registry.directory.FindInstitutions;
import io.crosscare.registry.directory.PublishedInstitution;
import io.crosscare.registry.directory.Register;
import io.crosscare.registry.model.CapabilityName;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionLevel;
import io.crosscare.registry.model.InstitutionQuery;
import io.crosscare.registry.model.InsurancePlan;
import io.crosscare.registry.model.RegionBook;
import io.crosscare.registry.model.ServiceType;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Institutions, what they are open for, and whom they take. */
@RestController
@RequestMapping("/api/v1/institutions")
class InstitutionController {

    private static final int NAME_LENGTH_MAX = 50;
    private static final Set<String> FILTERS =
            QueryFields.listOf("name", "region", "level", "capability", "counterpart", "on");
    private static final Set<String> VISITOR = Set.of("insuredRegion", "serviceType", "plan", "on");

    private final Register<Institution> institutions;
    private final FindInstitutions findInstitutions;
    private final AskAdmission askAdmission;
    private final Sentences sentences;
    private final MeterRegistry meters;

    InstitutionController(
            Register<Institution> institutions,
            FindInstitutions findInstitutions,
            AskAdmission askAdmission,
            RegionBook regions,
            MeterRegistry meters) {
        this.institutions = institutions;
        this.findInstitutions = findInstitutions;
        this.askAdmission = askAdmission;
        this.sentences = new Sentences(regions);
        this.meters = meters;
    }

    @GetMapping
    Mono<ListResponse<PublishedInstitution>> list(@RequestParam MultiValueMap<String, String> parameters) {
        var fields = new QueryFields(parameters, FILTERS);
        FieldChecks checks = fields.checks();
        var name = checks.optionalText("name", fields.text("name"), NAME_LENGTH_MAX);
        var region = checks.optionalRegion("region", fields.text("region"));
        var level = checks.optionalOneOf("level", fields.text("level"), InstitutionLevel.class);
        var capability = checks.optionalOneOf("capability", fields.text("capability"), CapabilityName.class);
        var counterpart = checks.optionalRegion("counterpart", fields.text("counterpart"));
        var on = checks.optionalDate("on", fields.text("on"));
        var cursor = fields.cursor();
        var limit = fields.limit();
        checks.throwIfInvalid();

        var query = new InstitutionQuery(
                name.orNull(), region.orNull(), level.orNull(), capability.orNull(), counterpart.orNull(), on.orNull());
        return findInstitutions
                .find(query, cursor.orNull(), QueryFields.orDefault(limit))
                .map(page -> ListResponse.of(page, PublishedInstitution::of));
    }

    @GetMapping("/{code}")
    Mono<PublishedInstitution> one(@PathVariable String code) {
        FieldChecks checks = new FieldChecks();
        var institution = checks.institution("code", code);
        checks.throwIfInvalid();

        return institutions
                .find(institution.value().value())
                .map(PublishedInstitution::of)
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    @GetMapping("/{code}/admissions")
    Mono<AdmissionResponse> admission(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> parameters) {
        var fields = new QueryFields(parameters, VISITOR);
        FieldChecks checks = fields.checks();
        var institution = checks.institution("code", code);
        var insuredRegion = checks.region("insuredRegion", fields.text("insuredRegion"));
        var serviceType = checks.oneOf("serviceType", fields.text("serviceType"), ServiceType.class);
        var plan = checks.oneOf("plan", fields.text("plan"), InsurancePlan.class);
        var on = checks.date("on", fields.text("on"));
        checks.throwIfInvalid();

        var visitor = new AskAdmission.Visitor(insuredRegion.value(), serviceType.value(), plan.value(), on.value());
        return admission(institution.value(), visitor);
    }

    private Mono<AdmissionResponse> admission(InstitutionCode code, AskAdmission.Visitor visitor) {
        return askAdmission
                .ask(code, visitor)
                .map(answered -> AdmissionResponse.of(answered, sentences))
                .doOnNext(this::count)
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private void count(AdmissionResponse answer) {
        String reason = answer.reason();
        meters.counter("crosscare.registry.admissions", "outcome", reason == null ? "OPEN" : reason)
                .increment();
    }
}
