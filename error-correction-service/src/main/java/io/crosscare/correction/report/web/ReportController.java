package io.crosscare.correction.report.web;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.report.ReportByHand;
import io.crosscare.correction.report.ReportByHand.Outcome;
import io.crosscare.correction.report.model.Report;
import io.crosscare.correction.report.web.PaperResponses.ReportResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Cases that a hospital's IT department opens by hand. */
@RestController
@RequestMapping("/api/v1/correction-cases")
class ReportController {

    private final ReportByHand reportByHand;

    ReportController(ReportByHand reportByHand) {
        this.reportByHand = reportByHand;
    }

    /**
     * 手工登记 · Opens a case for a patient who was turned away, by what the window said. Where the case of that visit and reason is
     * there, the report joins it as one refusal more. Numbers of
     * persons in the text are masked before it is stored; names are not, so leave them out: both agencies read the text.
     *
     * @param caller {@code HOSPITAL}: for its own patients
     * @return 201 the report, with the id of its case; 200 the same again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code not-found}
     */
    @PostMapping
    Mono<ResponseEntity<ReportResponse>> open(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ReportRequest body) {
        if (!(caller instanceof Caller.Hospital hospital)) {
            throw ProblemException.forbidden();
        }
        IdempotencyKey callerKey = IdempotencyKey.require(key);
        return reportByHand.report(body.check(hospital), callerKey).map(ReportController::answer);
    }

    private static ResponseEntity<ReportResponse> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Opened(Report report) ->
                ResponseEntity.status(HttpStatus.CREATED).body(ReportResponse.of(report));
            case Outcome.Replayed(Report report) ->
                ResponseEntity.ok().header(IdempotencyKey.HIT, "true").body(ReportResponse.of(report));
            case Outcome.KeyReused() -> throw ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT);
            case Outcome.NotVisible() -> throw ProblemException.notFound();
        };
    }
}
