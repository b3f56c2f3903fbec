package io.crosscare.registry.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.registry.keeping.ImportInstitutions;
import io.crosscare.registry.keeping.InstitutionRows;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Institutions by the file. */
@RestController
@RequestMapping("/api/v1/institution-imports")
class InstitutionImportController {

    private static final Set<String> FLAGS = Set.of("true", "false");
    private static final Text FLAG = Text.of("应为 true 或 false", "must be true or false");
    private static final Text NOT_LATER = Text.of(
            "不得晚于今日；将来的开通或停止请写入服务的起止日", "must not be after today; what is to come is written as days of capabilities");

    private final ImportInstitutions importInstitutions;
    private final Clock clock;

    InstitutionImportController(ImportInstitutions importInstitutions, Clock clock) {
        this.importInstitutions = importInstitutions;
        this.clock = clock;
    }

    /**
     * 导入机构 · Takes a file of institutions in, row by row. A row is all that is known of one institution; suspensions and outages
     * stay as they are. A row that is refused stops no other, and the same file again changes nothing. With {@code dryRun} nothing
     * is recorded, and the differences are told.
     *
     * @param caller {@code AGENCY}: for institutions of its region; {@code PLATFORM}: of its province
     * @param dryRun optional, {@code true}: only tell what would change
     * @param effectiveFrom optional, the day in China from which the rows hold, today or before; today where left out
     * @param body 文件 · CSV in UTF-8, or in the charset that the content type names; the first line names the columns: {@code code,
     *     name, region, capabilities, source} and, if wanted, {@code code_provisional, district, kind, level, mark}. Capabilities are
     *     {@code NAME|counterpart|from|to}, several with semicolons between them
     * @return what was done, or would be
     */
    @PostMapping(consumes = "text/csv")
    Mono<ImportResponse> receive(
            Caller caller,
            @RequestParam(required = false) @Nullable String dryRun,
            @RequestParam(required = false) @Nullable String effectiveFrom,
            ServerHttpRequest request,
            @RequestBody Flux<DataBuffer> body) {
        FieldChecks checks = new FieldChecks();
        var isDryRun = checks.optional("dryRun", dryRun, "flag", FLAG, InstitutionImportController::parseFlag);
        var day = checks.optionalDate("effectiveFrom", effectiveFrom);
        LocalDate today = ChinaTime.today(clock);
        if (day.orElse(today).isAfter(today)) {
            checks.reject("effectiveFrom", "not-later", NOT_LATER);
        }
        checks.throwIfInvalid();

        var order = new ImportInstitutions.Order(caller, isDryRun.orElse(false), day.orElse(today));
        return importInstitutions
                .take(
                        CsvRows.of(
                                CsvLines.of(body, charsetOf(request)),
                                InstitutionRows.REQUIRED,
                                InstitutionRows.OPTIONAL),
                        order)
                .map(report -> ImportResponse.of(report, order));
    }

    private static Charset charsetOf(ServerHttpRequest request) {
        MediaType type = request.getHeaders().getContentType();
        Charset named = type == null ? null : type.getCharset();
        return named == null ? StandardCharsets.UTF_8 : named;
    }

    private static boolean parseFlag(String text) {
        if (!FLAGS.contains(text)) {
            throw new IllegalArgumentException("not a flag");
        }
        return Boolean.parseBoolean(text);
    }
}
