package io.crosscare.settlement.catalogue.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.benefit.model.ItemClass;
import io.crosscare.settlement.catalogue.CatalogueFlaw;
import io.crosscare.settlement.catalogue.CatalogueSearch;
import io.crosscare.settlement.catalogue.Catalogues;
import io.crosscare.settlement.catalogue.PublicationOutcome;
import io.crosscare.settlement.catalogue.PublishCatalogue;
import io.crosscare.settlement.catalogue.StoredCatalogues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Catalogues: published by the agency of their region, read by everybody who is authenticated. */
@RestController
@RequestMapping("/api/v1/catalogues")
class CatalogueController {

    private static final int TEXT_MAX = 100;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final PublishCatalogue publishCatalogue;
    private final Catalogues catalogues;
    private final CatalogueSearch search;
    private final StoredCatalogues stored;

    CatalogueController(PublishCatalogue publishCatalogue, Catalogues catalogues, StoredCatalogues stored) {
        this.publishCatalogue = publishCatalogue;
        this.catalogues = catalogues;
        this.search = new CatalogueSearch(catalogues);
        this.stored = stored;
    }

    /**
     * 发布医保目录 · Publishes a version of a catalogue, whole or not at all. It is in force from its first day on, before every version
     * of the region with an earlier first day or an earlier publication. A flawed one is refused with the first hundred flaws; the
     * import that the problem names has the list of all.
     *
     * @param caller {@code AGENCY}: of its region
     * @param body 目录文件 · CSV in UTF-8, at most 200,000 rows and 40 MB: lines {@code # name: value} for {@code region, title-zh,
     *     title-en, effective-from, confidence, source}, then the columns {@code code, name, kind, class, upfront_bp_employee,
     *     upfront_bp_resident, upfront_bp_special, limit_l1, limit_l2, limit_l3, limit_line}, then an item a line
     * @return 201 the version; 200 the version that has the same content, with {@code Idempotency-Hit} for the same key
     * @throws ProblemException {@code idempotency-conflict}
     */
    @PostMapping(consumes = CsvBody.CSV)
    Mono<ResponseEntity<CatalogueVersionResponse>> publish(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            ServerHttpRequest request,
            @RequestBody Flux<DataBuffer> body) {
        return CsvBody.received(
                        request.getHeaders(),
                        body,
                        () -> new Publication(requireAgency(caller), IdempotencyKey.require(key)),
                        sent -> publishCatalogue.publish(
                                sent.checked().agency(), sent.checked().key(), sent.bytes()))
                .map(CatalogueController::answer);
    }

    private record Publication(Caller.Agency agency, IdempotencyKey key) {}

    private static ResponseEntity<CatalogueVersionResponse> answer(PublicationOutcome outcome) {
        return switch (outcome) {
            case PublicationOutcome.Published published -> {
                ResponseEntity.BodyBuilder answer =
                        ResponseEntity.status(published.wasKnown() ? HttpStatus.OK : HttpStatus.CREATED);
                if (published.isReplay()) {
                    answer.header(IdempotencyKey.HIT, "true");
                }
                yield answer.body(CatalogueVersionResponse.of(published.version(), published.importId()));
            }
            case PublicationOutcome.Refused refused -> throw flawed(refused);
            case PublicationOutcome.TooLarge(String importId) ->
                throw ProblemException.of(ProblemType.TOO_LARGE).with("importId", importId);
            case PublicationOutcome.KeyReused _ -> throw ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT);
        };
    }

    private static ProblemException flawed(PublicationOutcome.Refused refused) {
        List<FieldError> errors = refused.first().stream()
                .map(flaw -> new FieldError(flaw.field(), flaw.rule(), Text.of(flaw.zh(), flaw.en())))
                .toList();
        return ProblemException.invalid(errors)
                .with("importId", refused.attempt().id())
                .with("flawCount", refused.attempt().flaws())
                .with(
                        "flaws",
                        refused.first().stream().map(CatalogueController::flaw).toList());
    }

    private static Map<String, Object> flaw(CatalogueFlaw flaw) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("line", flaw.line());
        told.put("column", flaw.column());
        told.put("rule", flaw.rule());
        told.put("message", flaw.en());
        told.put("messageZh", flaw.zh());
        return told;
    }

    private static Caller.Agency requireAgency(Caller caller) {
        if (caller instanceof Caller.Agency agency) {
            return agency;
        }
        throw ProblemException.forbidden();
    }

    /**
     * 目录版本列表 · Lists published versions, by region and first day.
     *
     * @param region optional, of which region; together with {@code on}, also of its city or province where it has none itself
     * @param on optional, a day in China: only what is in force then, one version a region
     * @param cursor optional
     * @param limit optional
     * @return a page of versions
     */
    @GetMapping
    Mono<CatalogueVersionsResponse> list(
            @RequestParam(name = "region", required = false) @Nullable String region,
            @RequestParam(name = "on", required = false) @Nullable String on,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        var checks = new FieldChecks();
        var owner = checks.optionalRegion("region", region);
        var day = checks.optionalDate("on", on);
        var after = checks.cursor(cursor, CatalogueController::hash);
        var size = checks.pageSize("limit", limit);
        checks.throwIfInvalid();

        return search.versions(owner.orNull(), day.orNull())
                .map(found -> CatalogueVersionsResponse.page(
                        found, after.orNull(), size.orElse(FieldChecks.PAGE_SIZE_DEFAULT)));
    }

    /**
     * 目录版本 · A published version.
     *
     * @param hash of the catalogue
     * @return the version, without its items
     */
    @GetMapping("/{hash}")
    Mono<CatalogueVersionResponse> one(@PathVariable("hash") String hash) {
        return catalogues
                .version(hash)
                .map(CatalogueVersionResponse::of)
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    /**
     * 下载目录 · The document of a version as it was published, for hospitals. The {@code ETag} is its hash, so that what has been
     * fetched need not be fetched again.
     *
     * @param hash of the catalogue
     * @return the document, in the form in which it is published
     */
    @GetMapping(path = "/{hash}/document", produces = CsvBody.CSV)
    Mono<ResponseEntity<Flux<String>>> document(@PathVariable("hash") String hash) {
        return catalogues
                .version(hash)
                .map(version -> CsvBody.file(
                        version.facts().region() + "-" + version.facts().effectiveFrom(), stored.document(hash), hash))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    /**
     * 查询目录项目 · Finds items of a version, by code.
     *
     * @param hash of the catalogue
     * @param name optional, a part of the name
     * @param code optional, the beginning of the code
     * @param itemClass optional, A, B or C
     * @param cursor optional
     * @param limit optional
     * @return a page of items
     */
    @GetMapping("/{hash}/items")
    Mono<CatalogueItemsResponse> items(
            @PathVariable("hash") String hash,
            @RequestParam(name = "name", required = false) @Nullable String name,
            @RequestParam(name = "code", required = false) @Nullable String code,
            @RequestParam(name = "class", required = false) @Nullable String itemClass,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        var checks = new FieldChecks();
        var part = checks.optionalText("name", name, TEXT_MAX);
        var prefix = checks.optionalText("code", code, TEXT_MAX);
        var of = checks.optionalOneOf("class", itemClass, ItemClass.class);
        var after = checks.optionalText("cursor", cursor, TEXT_MAX);
        var size = checks.pageSize("limit", limit);
        checks.throwIfInvalid();

        int shown = size.orElse(FieldChecks.PAGE_SIZE_DEFAULT);
        var query = new CatalogueSearch.Query(part.orNull(), prefix.orNull(), of.orNull(), after.orNull());
        return search.items(hash, query, shown + 1)
                .map(oneMore -> CatalogueItemsResponse.page(oneMore, shown))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private static String hash(String cursor) {
        if (!HASH.matcher(cursor).matches()) {
            throw new IllegalArgumentException("no hash");
        }
        return cursor;
    }
}
