package io.crosscare.correction.desk.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.CorrectionCases.Query;
import io.crosscare.correction.desk.CorrectionCases.Summary;
import io.crosscare.correction.desk.WorkFilter;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.Level;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Stage;
import io.crosscare.correction.desk.web.CaseResponses.CasesResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

/** Lists cases, page by page and as a file. */
@RestController
@RequestMapping("/api/v1/correction-cases")
class CaseListController {

    private static final String CSV = "text/csv";
    private static final int DAYS_MAX = 3_650;

    /** Pages of a file. */
    private static final int PAGES_MAX = 250;

    private static final Pattern OFFICE_FORM = Pattern.compile("H[0-9]{11}|[1-9][0-9]{5}");
    private static final Text REASON = Text.of(
            "应为下列原因代码之一：" + String.join(", ", Reason.names()), "must be one of " + String.join(", ", Reason.names()));
    private static final Text OFFICE = Text.of("应为机构代码或行政区划代码", "must be an institution or region code");
    private static final Text DAYS = Text.of("应为 0 至 3650 的整数", "must be a whole number from 0 to 3650");
    private static final Text INSTANT =
            Text.of("应为 UTC 时刻，如 2026-11-27T02:00:00Z", "must be an instant in UTC such as 2026-11-27T02:00:00Z");
    private static final Text FLAG = Text.of("应为 true 或 false", "must be true or false");

    private final CorrectionCases cases;
    private final Clock clock;

    CaseListController(CorrectionCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** What is asked for, as it stands in the address. */
    private record Asked(
            @Nullable String state,
            @Nullable String reason,
            @Nullable String cause,
            @Nullable String institution,
            @Nullable String insuredRegion,
            @Nullable String careRegion,
            @Nullable String region,
            @Nullable String personId,
            @Nullable String level,
            @Nullable String stage,
            @Nullable String office,
            @Nullable String minDays,
            @Nullable String dueBefore,
            @Nullable String late) {}

    /**
     * 纠错单列表 · The cases in a caller's sight. Newest first, and all filters together decide. With {@code Accept: text/csv} all
     * that match, as a file for a spreadsheet: at most 50,000, without cursor and limit.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region;
     *     {@code INSURED}: the person's own
     * @param state optional, {@link CaseState}
     * @param reason optional, a reason code; one that is not known is refused with the list of those that are
     * @param cause optional, {@link Cause} 诊断原因 · as last diagnosed
     * @param institution optional
     * @param insuredRegion optional
     * @param careRegion optional
     * @param region optional, 地区 · insured or care region, or one that contains it
     * @param personId optional
     * @param level optional, {@link Level} 办理层级 · of the office that has it
     * @param stage optional, {@link Stage.Name} 办理环节 · where the work on it stands
     * @param office optional, 办理单位 · code of the institution or of the agency's region that has it
     * @param minDays optional, 等待天数 · waits since at least so many days of 24 hours
     * @param dueBefore optional, 时限早于 · its present deadline is before that, UTC
     * @param late optional, 是否超时 · {@code true}: its present deadline has passed
     * @param cursor optional
     * @param limit optional
     * @return a page of cases
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<CasesResponse> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String insuredRegion,
            @RequestParam(required = false) @Nullable String careRegion,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String personId,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String minDays,
            @RequestParam(required = false) @Nullable String dueBefore,
            @RequestParam(required = false) @Nullable String late,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Asked asked = new Asked(
                state,
                reason,
                cause,
                institution,
                insuredRegion,
                careRegion,
                region,
                personId,
                level,
                stage,
                office,
                minDays,
                dueBefore,
                late);
        Query oneMore = query(caller, asked, cursor, limit);
        return cases.list(oneMore).collectList().map(found -> CasesResponse.page(found, oneMore.limit() - 1));
    }

    /**
     * 纠错单列表文件 · The cases in a caller's sight as a file, the newest first.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region;
     *     {@code INSURED}: the person's own
     * @param state optional, {@link CaseState}
     * @param reason optional, a reason code; one that is not known is refused with the list of those that are
     * @param cause optional, {@link Cause} 诊断原因 · as last diagnosed
     * @param institution optional
     * @param insuredRegion optional
     * @param careRegion optional
     * @param region optional, 地区 · insured or care region, or one that contains it
     * @param personId optional
     * @param level optional, {@link Level} 办理层级 · of the office that has it
     * @param stage optional, {@link Stage.Name} 办理环节 · where the work on it stands
     * @param office optional, 办理单位 · code of the institution or of the agency's region that has it
     * @param minDays optional, 等待天数 · waits since at least so many days of 24 hours
     * @param dueBefore optional, 时限早于 · its present deadline is before that, UTC
     * @param late optional, 是否超时 · {@code true}: its present deadline has passed
     * @return the cases that match, at most 50,000, UTF-8 with a byte order mark
     */
    @GetMapping(produces = CSV)
    ResponseEntity<Flux<String>> table(
            Caller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String insuredRegion,
            @RequestParam(required = false) @Nullable String careRegion,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String personId,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String minDays,
            @RequestParam(required = false) @Nullable String dueBefore,
            @RequestParam(required = false) @Nullable String late) {
        Asked asked = new Asked(
                state,
                reason,
                cause,
                institution,
                insuredRegion,
                careRegion,
                region,
                personId,
                level,
                stage,
                office,
                minDays,
                dueBefore,
                late);
        Query oneMore = query(caller, asked, null, Integer.toString(FieldChecks.PAGE_SIZE_MAX - 1));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"correction-cases.csv\"")
                .body(rows(oneMore));
    }

    /** One page in memory at a time. */
    private Flux<String> rows(Query query) {
        return page(query)
                .expand(page -> page.size() < query.limit()
                        ? Mono.empty()
                        : page(query.behind(page.getLast().place())))
                .take(PAGES_MAX)
                .concatMapIterable(page -> page.stream().map(CaseRow::of).toList())
                .startWith(CaseRow.HEAD);
    }

    private Mono<List<Summary>> page(Query query) {
        return cases.list(query).collectList();
    }

    private Query query(Caller caller, Asked asked, @Nullable String cursor, @Nullable String limit) {
        CaseSight sight = CaseSight.of(caller).orElseThrow(ProblemException::forbidden);
        FieldChecks checks = new FieldChecks();
        var inState = checks.optionalOneOf("state", asked.state(), CaseState.class);
        var because = checks.optional("reason", asked.reason(), "one-of", REASON, CaseListController::reason);
        var diagnosed = checks.optionalOneOf("cause", asked.cause(), Cause.class);
        var at = checks.optionalInstitution("institution", asked.institution());
        var insured = checks.optionalRegion("insuredRegion", asked.insuredRegion());
        var care = checks.optionalRegion("careRegion", asked.careRegion());
        var either = checks.optionalRegion("region", asked.region());
        var person = checks.optionalPersonId("personId", asked.personId());
        var ofLevel = checks.optionalOneOf("level", asked.level(), Level.class);
        var inStage = checks.optionalOneOf("stage", asked.stage(), Stage.Name.class);
        var withOffice = checks.optional("office", asked.office(), "office", OFFICE, CaseListController::office);
        var days = checks.optional("minDays", asked.minDays(), "range", DAYS, CaseListController::days);
        var due = checks.optional("dueBefore", asked.dueBefore(), "instant", INSTANT, Instant::parse);
        var isLate = checks.optional("late", asked.late(), "flag", FLAG, CaseListController::flag);
        var after = checks.cursor(cursor, Cursor::decode);
        var pageSize = checks.pageSize("limit", limit);
        checks.throwIfInvalid();
        WorkFilter work = new WorkFilter(
                ofLevel.orNull(),
                inStage.orNull(),
                withOffice.orNull(),
                either.orNull(),
                openedBefore(days.orNull()),
                dueBefore(due.orNull(), isLate.orElse(false)),
                diagnosed.orNull());
        return new Query(
                sight,
                inState.orNull(),
                because.orNull(),
                at.orNull(),
                insured.orNull(),
                care.orNull(),
                person.orNull(),
                after.orNull(),
                pageSize.orElse(FieldChecks.PAGE_SIZE_DEFAULT) + 1,
                work);
    }

    private @Nullable Instant openedBefore(@Nullable Integer days) {
        return days == null ? null : clock.instant().minus(Duration.ofDays(days));
    }

    private @Nullable Instant dueBefore(@Nullable Instant given, boolean isLate) {
        return Stream.concat(Stream.ofNullable(given), isLate ? Stream.of(clock.instant()) : Stream.empty())
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Reason reason(String given) {
        if (!Reason.names().contains(given)) {
            throw new IllegalArgumentException("no reason that is known");
        }
        return new Reason(given);
    }

    private static String office(String given) {
        if (!OFFICE_FORM.matcher(given).matches()) {
            throw new IllegalArgumentException("no office");
        }
        return given;
    }

    private static Integer days(String given) {
        int days = Integer.parseInt(given);
        if (days < 0 || days > DAYS_MAX) {
            throw new IllegalArgumentException("out of range");
        }
        return days;
    }

    private static Boolean flag(String given) {
        return switch (given) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("no flag");
        };
    }
}
