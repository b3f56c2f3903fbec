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
import org.jspecify.annotations.Nullable;
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

    /**
     * 查询定点医疗机构 · The institutions. All filters together decide.
     *
     * @param parameters all of them, so that a misspelt one is refused
     * @param name optional, a part of the name
     * @param region optional, where the institution lies; a city holds its districts
     * @param level optional, {@link InstitutionLevel}
     * @param capability optional, {@link CapabilityName}
     * @param counterpart optional, the insured region for which the institution has to be open
     * @param on optional, the day on which it has to be open, in China
     * @param cursor optional
     * @param limit optional
     * @return a page of institutions
     */
    @GetMapping
    Mono<ListResponse<PublishedInstitution>> list(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String capability,
            @RequestParam(required = false) @Nullable String counterpart,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        var fields = new QueryFields(parameters, FILTERS);
        FieldChecks checks = fields.checks();
        var named = checks.optionalText("name", name, NAME_LENGTH_MAX);
        var within = checks.optionalRegion("region", region);
        var ofLevel = checks.optionalOneOf("level", level, InstitutionLevel.class);
        var openFor = checks.optionalOneOf("capability", capability, CapabilityName.class);
        var visitors = checks.optionalRegion("counterpart", counterpart);
        var day = checks.optionalDate("on", on);
        var after = fields.cursor(cursor);
        var size = fields.limit(limit);
        checks.throwIfInvalid();

        var query = new InstitutionQuery(
                named.orNull(), within.orNull(), ofLevel.orNull(), openFor.orNull(), visitors.orNull(), day.orNull());
        return findInstitutions
                .find(query, after.orNull(), QueryFields.orDefault(size))
                .map(page -> ListResponse.of(page, PublishedInstitution::of));
    }

    /**
     * 单个机构 · One institution.
     *
     * @param code of the institution, H and eleven digits
     * @return the institution
     */
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

    /**
     * 机构当日是否接收该参保人 · Whether an institution takes a person on a day. Needs no personal data: region, plan and kind of
     * care decide.
     *
     * @param code of the institution, H and eleven digits
     * @param parameters all of them, so that a misspelt one is refused
     * @param insuredRegion where the person is insured
     * @param serviceType {@link ServiceType}
     * @param plan {@link InsurancePlan}
     * @param on the day of care in China
     * @return yes or no, with the sentence for the counter
     */
    @GetMapping("/{code}/admissions")
    Mono<AdmissionResponse> admission(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable String insuredRegion,
            @RequestParam(required = false) @Nullable String serviceType,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String on) {
        var fields = new QueryFields(parameters, VISITOR);
        FieldChecks checks = fields.checks();
        var institution = checks.institution("code", code);
        var insured = checks.region("insuredRegion", insuredRegion);
        var service = checks.oneOf("serviceType", serviceType, ServiceType.class);
        var ofPlan = checks.oneOf("plan", plan, InsurancePlan.class);
        var day = checks.date("on", on);
        checks.throwIfInvalid();

        var visitor = new AskAdmission.Visitor(insured.value(), service.value(), ofPlan.value(), day.value());
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
