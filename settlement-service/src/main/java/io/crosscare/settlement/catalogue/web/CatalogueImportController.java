package io.crosscare.settlement.catalogue.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.catalogue.CatalogueImport;
import io.crosscare.settlement.catalogue.CatalogueImports;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How catalogues that were sent have fared, also while they arrive. Seen by the agency that sent them. */
@RestController
@RequestMapping("/api/v1/catalogue-imports")
class CatalogueImportController {

    private static final Pattern ID = Pattern.compile("c[a-z2-7]{26}");
    private static final Pattern PLACE = Pattern.compile("[0-9]{13}:c[a-z2-7]{26}");

    private final CatalogueImports imports;
    private final Clock clock;

    CatalogueImportController(CatalogueImports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    /**
     * 目录导入列表 · Lists imports, the latest first; also those that are still arriving.
     *
     * @param caller {@code AGENCY}: its own
     * @param cursor optional
     * @param limit optional
     * @return a page of imports
     */
    @GetMapping
    Mono<CatalogueImportResponse.Page> list(
            Caller caller,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Caller.Agency agency = requireAgency(caller);
        FieldChecks checks = new FieldChecks();
        var before = checks.cursor(cursor, text -> matching(PLACE, text));
        var size = checks.pageSize("limit", limit);
        checks.throwIfInvalid();

        int shown = size.orElse(FieldChecks.PAGE_SIZE_DEFAULT);
        return imports.list(agency.region(), before.orNull(), shown + 1)
                .collectList()
                .map(oneMore -> CatalogueImportResponse.Page.of(oneMore, shown, clock.instant()));
    }

    /**
     * 目录导入进度 · Tells how far an import has come.
     *
     * @param caller {@code AGENCY}: its own
     * @param id of the import
     * @return the import
     */
    @GetMapping("/{id}")
    Mono<CatalogueImportResponse> read(Caller caller, @PathVariable("id") String id) {
        return visible(caller, id).map(attempt -> CatalogueImportResponse.of(attempt, clock.instant()));
    }

    /**
     * 目录错误清单 · Gives all flaws of a refused catalogue as a file: line, column, rule and words, never the value.
     *
     * @param caller {@code AGENCY}: its own
     * @param id of the import
     * @return a line for each flaw; empty where there is none
     */
    @GetMapping(path = "/{id}/errors", produces = CsvBody.CSV)
    Mono<ResponseEntity<Flux<String>>> errors(Caller caller, @PathVariable("id") String id) {
        return visible(caller, id).map(attempt -> CsvBody.file(attempt.id(), imports.errors(attempt), null));
    }

    private Mono<CatalogueImport> visible(Caller caller, String id) {
        Caller.Agency agency = requireAgency(caller);
        return imports.find(PathId.require(id, text -> matching(ID, text)))
                .filter(attempt -> agency.isAgencyOf(attempt.agencyRegion()))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("another form");
        }
        return text;
    }

    private static Caller.Agency requireAgency(Caller caller) {
        if (caller instanceof Caller.Agency agency) {
            return agency;
        }
        throw ProblemException.forbidden();
    }
}
