package io.crosscare.correction.desk.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.ReportAutomation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How far the desk comes by itself, for people and for spreadsheets. */
@RestController
@RequestMapping("/api/v1/correction-cases/automation")
class AutomationController {

    private static final String CSV = "text/csv";
    private static final int DAYS_DEFAULT = 30;
    private static final int DAYS_MAX = 366;
    private static final Text TOO_LONG = Text.of("统计期最长 366 天", "a period has at most 366 days");

    private final ReportAutomation reportAutomation;
    private final Clock clock;

    AutomationController(ReportAutomation reportAutomation, Clock clock) {
        this.reportAutomation = reportAutomation;
        this.clock = clock;
    }

    /** First and last day of opening. */
    private record Period(LocalDate from, LocalDate until) {

        Instant begin() {
            return from.atStartOfDay(ChinaTime.ZONE).toInstant();
        }

        Instant end() {
            return until.plusDays(1).atStartOfDay(ChinaTime.ZONE).toInstant();
        }
    }

    /**
     * 自动处理报告 · How many of the cases that opened in a period and had something to be mended were closed without anybody lending a
     * hand, by cause, and how often the desk was wrong. Duplicates, reversed requests and cancelled visits are counted apart, in no share. With {@code Accept: text/csv} as a file for a spreadsheet.
     *
     * @param caller {@code OPERATOR}: all cases; {@code HOSPITAL}, {@code AGENCY}, {@code INSURED}: those in their sight
     * @param from optional, 起始日 · first day of opening, in China; 29 days before the last where left out
     * @param until optional, 截止日 · last day of opening, in China; today where left out
     * @return the report
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<AutomationResponse> report(
            Caller caller,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        CaseSight sight = sightOf(caller);
        Period period = period(from, until);
        return reportAutomation
                .report(sight, period.begin(), period.end())
                .map(automation -> AutomationResponse.of(period.from(), period.until(), automation));
    }

    /**
     * 自动处理报告文件 · The same as a file.
     *
     * @param caller {@code OPERATOR}: all cases; {@code HOSPITAL}, {@code AGENCY}, {@code INSURED}: those in their sight
     * @param from optional, 起始日 · first day of opening, in China; 29 days before the last where left out
     * @param until optional, 截止日 · last day of opening, in China; today where left out
     * @return a line for each cause and one for all, UTF-8 with a byte order mark
     */
    @GetMapping(produces = CSV)
    Mono<ResponseEntity<String>> table(
            Caller caller,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        return report(caller, from, until)
                .map(report -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"automation.csv\"")
                        .body(report.toCsv()));
    }

    private static CaseSight sightOf(Caller caller) {
        return caller instanceof Caller.Operator
                ? new CaseSight.Everything()
                : CaseSight.of(caller).orElseThrow(ProblemException::forbidden);
    }

    private Period period(@Nullable String from, @Nullable String until) {
        FieldChecks checks = new FieldChecks();
        var first = checks.optionalDate("from", from);
        var last = checks.optionalDate("until", until);
        checks.period(first, last);
        checks.throwIfInvalid();
        LocalDate end = last.orElse(ChinaTime.today(clock));
        LocalDate begin = first.orElse(end.minusDays(DAYS_DEFAULT - 1L));
        if (end.isBefore(begin)) {
            checks.reject("from", "period", Text.of("不能晚于今日", "must not lie after today"));
        }
        if (begin.plusDays(DAYS_MAX).isBefore(end.plusDays(1))) {
            checks.reject("until", "range", TOO_LONG);
        }
        checks.throwIfInvalid();
        return new Period(begin, end);
    }
}
