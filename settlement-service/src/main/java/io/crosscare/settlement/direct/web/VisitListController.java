package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.visit.VisitQuery;
import io.crosscare.settlement.visit.VisitQuery.Place;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A hospital's own visits, by what it knows of them. */
@RestController
@RequestMapping("/api/v1/visits")
class VisitListController {

    private static final String CSV = "text/csv";
    private static final String HEAD =
            "\uFEFF就诊标识 Visit,状态 State,参保人标识 Person,参保地 Insured region,服务类别 Service,就诊日 First day,"
                    + "出院日 Last day,就诊号 Visit number,明细条数 Lines,医疗费总额（元） Total cost\r\n";

    /** Pages of a file. */
    private static final int PAGES_MAX = 100;

    private static final String SEPARATOR = "~";

    private final Visits visits;

    VisitListController(Visits visits) {
        this.visits = visits;
    }

    /**
     * A visit of a list.
     *
     * @param id 就诊标识 · of the visit
     * @param visitNumber 就诊号 · the hospital's own number
     * @param endedOn 出院日 · last day of the stay, a day in China; absent until then, and for outpatients
     * @param totalCostFen 医疗费总额 · of its fee lines as uploaded, in fen; what is given back after a settlement, the settlement says
     */
    record VisitSummaryResponse(
            String id,
            String state,
            String personId,
            String insuredRegion,
            String serviceType,
            LocalDate startedOn,
            @Nullable LocalDate endedOn,
            String visitNumber,
            int lineCount,
            long totalCostFen) {

        static VisitSummaryResponse of(Visit visit) {
            Registration registration = visit.registration();
            return new VisitSummaryResponse(
                    visit.id().value(),
                    visit.state().name(),
                    registration.person().value(),
                    registration.insuredRegion().value(),
                    registration.serviceType().name(),
                    registration.startedOn(),
                    registration.endedOn(),
                    registration.visitNumber(),
                    visit.fees().lineCount(),
                    visit.fees().totalCost().fen());
        }
    }

    /** A page of visits. */
    record VisitsResponse(
            List<VisitSummaryResponse> items, @Nullable String nextCursor) {}

    /**
     * 就诊列表 · The hospital's own visits, the latest first. All filters together decide. With {@code Accept: text/csv} all that
     * match, as a file for a spreadsheet: at most 20,000, without cursor and limit.
     *
     * @param caller {@code HOSPITAL}: its own
     * @param personId optional
     * @param institution optional, 机构代码 · the caller's own
     * @param state optional, {@link VisitState}
     * @param from optional, 起始日 · first day on which a visit may begin, a day in China
     * @param to optional, 截止日 · last day on which a visit may begin, a day in China
     * @param cursor optional
     * @param limit optional
     * @return a page of visits
     * @throws ProblemException {@code not-found}
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<VisitsResponse> visits(
            Caller caller,
            @RequestParam(required = false) @Nullable String personId,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return Mono.fromSupplier(() -> query(caller, personId, institution, state, from, to, cursor, limit))
                .flatMap(query -> visits.page(query).map(page -> answer(query, page)));
    }

    private static VisitsResponse answer(VisitQuery query, List<Visit> page) {
        boolean mayGoOn = page.size() == query.limit();
        return new VisitsResponse(
                page.stream().map(VisitSummaryResponse::of).toList(),
                mayGoOn ? encoded(Place.of(page.getLast())) : null);
    }

    /**
     * 就诊列表文件 · The hospital's own visits as a file, the latest first.
     *
     * @param caller {@code HOSPITAL}: its own
     * @param personId optional
     * @param institution optional, 机构代码 · the caller's own
     * @param state optional, {@link VisitState}
     * @param from optional, 起始日 · first day on which a visit may begin, a day in China
     * @param to optional, 截止日 · last day on which a visit may begin, a day in China
     * @return the visits that match, at most 20,000, UTF-8 with a byte order mark
     * @throws ProblemException {@code not-found}
     */
    @GetMapping(produces = CSV)
    Mono<ResponseEntity<String>> table(
            Caller caller,
            @RequestParam(required = false) @Nullable String personId,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return Mono.fromSupplier(() -> query(
                        caller,
                        personId,
                        institution,
                        state,
                        from,
                        to,
                        null,
                        Integer.toString(FieldChecks.PAGE_SIZE_MAX)))
                .flatMap(query -> rows(query).collect(Collectors.joining()))
                .map(rows -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"visits.csv\"")
                        .body(rows));
    }

    private Flux<String> rows(VisitQuery query) {
        return visits.page(query)
                .expand(page -> page.size() < query.limit() ? Mono.empty() : visits.page(query.behind(page.getLast())))
                .take(PAGES_MAX)
                .map(page -> page.stream().map(VisitListController::row).reduce("", String::concat))
                .startWith(HEAD);
    }

    private static String row(Visit visit) {
        Registration registration = visit.registration();
        return new StringJoiner(",", "", "\r\n")
                .add(visit.id().value())
                .add(visit.state().name())
                .add(registration.person().value())
                .add(registration.insuredRegion().value())
                .add(registration.serviceType().name())
                .add(registration.startedOn().toString())
                .add(Objects.toString(registration.endedOn(), ""))
                .add(quoted(registration.visitNumber()))
                .add(Integer.toString(visit.fees().lineCount()))
                .add(visit.fees().totalCost().toYuan())
                .toString();
    }

    /** A spreadsheet takes what begins like a formula for one. */
    static String quoted(String text) {
        String harmless = text.isEmpty() || "=+-@".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static VisitQuery query(
            Caller caller,
            @Nullable String personId,
            @Nullable String institution,
            @Nullable String state,
            @Nullable String from,
            @Nullable String to,
            @Nullable String cursor,
            @Nullable String limit) {
        InstitutionCode own = caller.requireHospital();
        FieldChecks checks = new FieldChecks();
        var person = checks.optionalPersonId("personId", personId);
        var whose = checks.optionalInstitution("institution", institution);
        var inState = checks.optionalOneOf("state", state, VisitState.class);
        var first = checks.optionalDate("from", from);
        var last = checks.optionalDate("to", to);
        checks.period(first, last);
        var after = checks.cursor(cursor, VisitListController::decoded);
        var size = checks.pageSize("limit", limit);
        checks.throwIfInvalid();
        if (!whose.orElse(own).equals(own)) {
            throw ProblemException.notFound();
        }
        return new VisitQuery(
                own,
                person.orNull(),
                inState.orNull(),
                first.orNull(),
                last.orNull(),
                after.orNull(),
                size.orElse(FieldChecks.PAGE_SIZE_DEFAULT));
    }

    private static String encoded(Place place) {
        return place.startedOn() + SEPARATOR + place.id().value();
    }

    private static Place decoded(String cursor) {
        int separator = cursor.indexOf(SEPARATOR);
        if (separator < 0) {
            throw new IllegalArgumentException("no cursor");
        }
        return new Place(LocalDate.parse(cursor.substring(0, separator)), new VisitId(cursor.substring(separator + 1)));
    }
}
