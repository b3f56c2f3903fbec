package io.crosscare.registry.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.registry.directory.AskAdmission;
import io.crosscare.registry.directory.FindInstitutions;
import io.crosscare.registry.directory.PublishedInstitution;
import io.crosscare.registry.directory.ReadInstitution;
import io.crosscare.registry.model.CapabilityBook;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionKind;
import io.crosscare.registry.model.InstitutionLevel;
import io.crosscare.registry.model.InstitutionOrder;
import io.crosscare.registry.model.InstitutionQuery;
import io.crosscare.registry.model.InsurancePlan;
import io.crosscare.registry.model.RegionBook;
import io.crosscare.registry.model.ServiceType;
import io.crosscare.registry.model.Versioned;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
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

    private static final int FILE_ROWS_MAX = 20_000;
    private static final String CSV = "text/csv";

    private final ReadInstitution readInstitution;
    private final FindInstitutions findInstitutions;
    private final AskAdmission askAdmission;
    private final Sentences sentences;
    private final InstitutionFilters filters;
    private final Clock clock;
    private final MeterRegistry meters;

    InstitutionController(
            ReadInstitution readInstitution,
            FindInstitutions findInstitutions,
            AskAdmission askAdmission,
            RegionBook regions,
            CapabilityBook kinds,
            Clock clock,
            MeterRegistry meters) {
        this.readInstitution = readInstitution;
        this.findInstitutions = findInstitutions;
        this.askAdmission = askAdmission;
        this.sentences = new Sentences(regions);
        this.filters = new InstitutionFilters(kinds);
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * 查询定点医疗机构 · The institutions. All filters together decide. With {@code Accept: text/csv} all that match, as a file for
     * spreadsheets: at most 20,000, without cursor and limit.
     *
     * @param name optional, a part of the name, in Chinese or in pinyin: in full, by initials or both
     * @param region optional, where the institution lies; a city holds its districts
     * @param level optional, {@link InstitutionLevel}
     * @param kind optional, {@link InstitutionKind}
     * @param capability optional, a name of {@code GET /capabilities}
     * @param counterpart optional, the insured region for which the institution has to be open
     * @param on optional, the day on which it has to be open and not suspended, in China
     * @param sort optional, {@link InstitutionOrder}; by code where left out
     * @param cursor optional
     * @param limit optional
     * @return a page of institutions
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ListResponse<PublishedInstitution>> list(
            ServerHttpRequest request,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String capability,
            @RequestParam(required = false) @Nullable String counterpart,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        FieldChecks checks = new FieldChecks();
        InstitutionQuery query = filters.query(checks, request.getQueryParams());
        InstitutionOrder order = InstitutionFilters.order(checks, request.getQueryParams());
        var after = ListCursor.of(checks, cursor, place -> InstitutionFilters.codeOf(order, place));
        var size = checks.pageSize("limit", limit);
        checks.throwIfInvalid();

        return findInstitutions
                .find(query, order, after.orNull(), size.orElse(FieldChecks.PAGE_SIZE_DEFAULT))
                .switchIfEmpty(Mono.error(FieldChecks::notACursor))
                .map(page -> ListResponse.of(page, this::published, code -> InstitutionFilters.placeOf(order, code)));
    }

    /**
     * 机构名录文件 · The institutions as a file.
     *
     * @param name optional, a part of the name, in Chinese or in pinyin: in full, by initials or both
     * @param region optional, where the institution lies; a city holds its districts
     * @param level optional, {@link InstitutionLevel}
     * @param kind optional, {@link InstitutionKind}
     * @param capability optional, a name of {@code GET /capabilities}
     * @param counterpart optional, the insured region for which the institution has to be open
     * @param on optional, the day on which it has to be open and not suspended, in China
     * @param sort optional, {@link InstitutionOrder}; by code where left out
     * @return all institutions that match, UTF-8 with a byte order mark
     */
    @GetMapping(produces = CSV)
    Mono<ResponseEntity<String>> file(
            ServerHttpRequest request,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String capability,
            @RequestParam(required = false) @Nullable String counterpart,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String sort) {
        FieldChecks checks = new FieldChecks();
        InstitutionQuery query = filters.query(checks, request.getQueryParams());
        InstitutionOrder order = InstitutionFilters.order(checks, request.getQueryParams());
        checks.throwIfInvalid();

        return findInstitutions
                .all(query, order, FILE_ROWS_MAX)
                .map(found ->
                        InstitutionCsv.of(found.stream().map(this::published).toList()))
                .map(text -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"institutions.csv\"")
                        .body(text));
    }

    /**
     * 单个机构 · One institution. With a day, as it was on that day by what is known today.
     *
     * @param code of the institution, H and eleven digits
     * @param on optional, a day in China; now where left out
     * @return the institution
     */
    @GetMapping("/{code}")
    Mono<PublishedInstitution> one(@PathVariable String code, @RequestParam(required = false) @Nullable String on) {
        InstitutionCode institution = PathId.require(code, InstitutionCode::new);
        FieldChecks checks = new FieldChecks();
        var day = checks.optionalDate("on", on);
        checks.throwIfInvalid();

        LocalDate asked = day.orNull();
        Instant seenAt = asked == null
                ? clock.instant()
                : asked.atTime(LocalTime.NOON).atZone(ChinaTime.ZONE).toInstant();
        return readInstitution
                .read(institution, asked)
                .map(stored -> PublishedInstitution.of(stored, seenAt))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    /**
     * 机构当日是否接收该参保人 · Whether an institution takes a person on a day. Needs no personal data: region, plan and kind of
     * care decide.
     *
     * @param code of the institution, H and eleven digits
     * @param insuredRegion where the person is insured
     * @param serviceType {@link ServiceType}
     * @param plan {@link InsurancePlan}
     * @param on the day of care in China
     * @return yes or no, with the sentence for the counter
     */
    @GetMapping("/{code}/admissions")
    Mono<AdmissionResponse> admission(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String insuredRegion,
            @RequestParam(required = false) @Nullable String serviceType,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String on) {
        InstitutionCode institution = PathId.require(code, InstitutionCode::new);
        FieldChecks checks = new FieldChecks();
        var insured = checks.region("insuredRegion", insuredRegion);
        var service = checks.oneOf("serviceType", serviceType, ServiceType.class);
        var ofPlan = checks.oneOf("plan", plan, InsurancePlan.class);
        var day = checks.date("on", on);
        checks.throwIfInvalid();

        var visitor = new AskAdmission.Visitor(insured.value(), service.value(), ofPlan.value(), day.value());
        return admission(institution, visitor);
    }

    private PublishedInstitution published(Versioned<Institution> stored) {
        return PublishedInstitution.of(stored, clock.instant());
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
