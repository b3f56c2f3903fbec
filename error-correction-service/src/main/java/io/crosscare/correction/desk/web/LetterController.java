package io.crosscare.correction.desk.web;

import io.crosscare.chassis.agency.Agency;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.desk.Authors;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.KnownOffices;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The letter (协查函) to an office that is not in the suite, to be printed and sent. */
@RestController
class LetterController {

    private static final String NO_SCRIPT = "default-src 'none'; style-src 'unsafe-inline'";
    private static final String NO_STORE = "no-store";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String PDF = MediaType.APPLICATION_PDF_VALUE;
    private static final Text NOT_OUTSIDE = Text.of(
            "协查函只发给系统外的单位，该纠错单不在系统外。请先上报（POST …/escalations），直至转到系统外的单位",
            "a letter is written to an office outside the suite, and the case lies with none: pass it on first "
                    + "(POST …/escalations), until it has come to one");

    private final CorrectionCases cases;
    private final KnownOffices knownOffices;
    private final Clock clock;

    LetterController(CorrectionCases cases, KnownOffices knownOffices, Clock clock) {
        this.cases = cases;
        this.knownOffices = knownOffices;
        this.clock = clock;
    }

    /**
     * 协查函 · A page to be printed: what was refused, why, and what the office outside is asked for. There is one while a case lies
     * with an office that is not in the suite; before that it has to be passed on ({@code POST …/escalations}). Nothing of the person is
     * in it but the person's id. With {@code Accept: application/pdf} as a PDF.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region
     * @param id of the case
     * @return the page
     * @throws ProblemException {@code conflict}, {@code not-acceptable}
     */
    @GetMapping(path = "/api/v1/correction-cases/{id}/letter", produces = HTML)
    Mono<ResponseEntity<String>> page(Caller caller, @PathVariable String id) {
        return letter(caller, id)
                .map(letter -> ResponseEntity.ok()
                        .header("Content-Security-Policy", NO_SCRIPT)
                        .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                        .body(LetterPage.of(letter)));
    }

    /**
     * 协查函 · The letter as a PDF of A4 pages.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region
     * @param id of the case
     * @return the letter
     * @throws ProblemException {@code conflict}, {@code not-acceptable}
     */
    @GetMapping(path = "/api/v1/correction-cases/{id}/letter", produces = PDF)
    Mono<ResponseEntity<byte[]>> pdf(Caller caller, @PathVariable String id, ServerHttpRequest request) {
        return isPdfNamed(request) ? pdf(caller, id) : page(caller, id).map(LetterController::inBytes);
    }

    /** Whoever takes anything gets the page; by itself Spring would choose by the alphabet. */
    private static boolean isPdfNamed(ServerHttpRequest request) {
        return request.getHeaders().getAccept().stream()
                .anyMatch(type -> !type.isWildcardType() && type.includes(MediaType.APPLICATION_PDF));
    }

    private static ResponseEntity<byte[]> inBytes(ResponseEntity<String> page) {
        String body = Objects.requireNonNull(page.getBody(), "a page has a body");
        return ResponseEntity.ok()
                .headers(page.getHeaders())
                .contentType(MediaType.parseMediaType(HTML))
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    private Mono<ResponseEntity<byte[]>> pdf(Caller caller, String id) {
        return letter(caller, id)
                .publishOn(Schedulers.boundedElastic())
                .map(letter -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"letter-" + id + ".pdf\"")
                        .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                        .body(LetterPdf.of(letter)));
    }

    private Mono<Letter> letter(Caller caller, String id) {
        Authors.require(caller);
        CaseSight sight = CaseSight.of(caller).orElseThrow(ProblemException::forbidden);
        return cases.find(CaseController.Ids.require(id))
                .filter(sight::shows)
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .flatMap(this::letter);
    }

    private Mono<Letter> letter(CorrectionCase one) {
        if (!(one.file().handling().stage() instanceof Stage.Outside outside)) {
            return Mono.error(ProblemException.conflict(NOT_OUTSIDE));
        }
        Mono<Agency> sender = outside.sender().isHospital() ? Mono.empty() : knownOffices.agencyOf(outside.sender());
        return sender.map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(agency -> Letter.of(one, outside, agency, clock.instant()));
    }
}
