package io.crosscare.filing.lodging.web;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.lodging.FilingRefusals;
import io.crosscare.filing.lodging.Filings;
import io.crosscare.filing.lodging.LodgeFiling;
import io.crosscare.filing.lodging.LodgeFilingCommand;
import io.crosscare.filing.lodging.LodgingOutcome;
import io.crosscare.filing.lodging.WarnOfFiling;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.refusal.Refusals;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lodging a filing, and reading one. */
@RestController
@RequestMapping("/api/v1/filings")
public final class FilingController {

    private static final String IDEMPOTENCY_HIT = IdempotencyKey.HIT;
    private static final Text OVERLAPPING =
            Text.of("该参保人在同一就医地、同一时段已有备案", "A filing of this person already speaks for that place and period");

    private final LodgeFiling lodging;
    private final Filings filings;
    private final WarnOfFiling warning;
    private final Refusals refusals;
    private final Clock clock;
    private final MeterRegistry meters;

    public FilingController(
            LodgeFiling lodging,
            Filings filings,
            WarnOfFiling warning,
            Refusals refusals,
            Clock clock,
            MeterRegistry meters) {
        this.lodging = lodging;
        this.filings = filings;
        this.warning = warning;
        this.refusals = refusals;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * 办理备案 · Lodges a filing. It is in force from the moment it is answered, unless the region wants to review what comes by that
     * way. What the region takes all the same and should be known, as that the person's insurance is suspended, stands in {@code
     * warnings}.
     *
     * @param caller {@code AGENCY}: of the insured region; {@code INSURED}: for oneself; {@code HOSPITAL}: refers a
     *     patient insured in its own region for a transfer
     * @return 201 the filing; 200 the same filing again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code not-found}, {@code idempotency-conflict}, {@code conflict}, {@code refused}
     */
    @PostMapping
    Mono<ResponseEntity<LodgedFilingResponse>> lodge(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody FilingRequest body) {
        if (!body.isOpenTo(caller)) {
            throw ProblemException.forbidden();
        }
        IdempotencyKey idempotencyKey = IdempotencyKey.require(key);
        LodgeFilingCommand command = body.toCommand(ChinaTime.today(clock), caller);
        return lodging.lodge(command, caller, idempotencyKey).flatMap(outcome -> answer(outcome, caller));
    }

    /**
     * 查询备案 · Reads a filing.
     *
     * @param caller {@code AGENCY}: of the insured region; {@code INSURED}: one's own; {@code HOSPITAL}: what it has lodged
     * @param id of the filing
     * @return the filing
     */
    @GetMapping("/{id}")
    Mono<FilingResponse> read(Caller caller, @PathVariable String id) {
        return filings.find(PathId.require(id, FilingId::new))
                .filter(filing -> isVisible(caller, filing))
                .map(FilingResponse::of)
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private static boolean isVisible(Caller caller, Filing filing) {
        return caller.isAgencyOf(filing.terms().insuredRegion())
                || caller.isPerson(filing.terms().personId())
                || caller.isService()
                || (caller instanceof Caller.Hospital hospital
                        && hospital.institution()
                                .equals(filing.content().basis().hospital()));
    }

    private Mono<ResponseEntity<LodgedFilingResponse>> answer(LodgingOutcome outcome, Caller caller) {
        return switch (outcome) {
            case LodgingOutcome.Lodged lodged -> {
                count(lodged.filing());
                yield response(lodged.filing())
                        .map(body -> ResponseEntity.status(HttpStatus.CREATED).body(body));
            }
            case LodgingOutcome.Replayed replayed ->
                response(replayed.filing())
                        .map(body -> ResponseEntity.ok()
                                .header(IDEMPOTENCY_HIT, "true")
                                .body(body));
            case LodgingOutcome.KeyReused _ -> Mono.error(ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT));
            case LodgingOutcome.PersonNotVisible _ -> Mono.error(ProblemException.notFound());
            case LodgingOutcome.NoDestination(var why) ->
                Mono.error(ProblemException.invalid("careRegion", why.rule(), Text.of(why.zh(), why.en())));
            case LodgingOutcome.MaterialUnknown _ ->
                Mono.error(ProblemException.invalid("materials", "material", FactsRequest.MATERIAL_UNKNOWN));
            case LodgingOutcome.Overlapping overlapping ->
                Mono.error(ProblemException.conflict(OVERLAPPING)
                        .with(
                                "filingId",
                                caller instanceof Caller.Hospital
                                        ? null
                                        : overlapping.existing().value()));
            case LodgingOutcome.NotEligible refused ->
                refusals.refuse(FilingRefusals.of(refused.decision(), refused.insuredRegion(), ChinaTime.today(clock)));
        };
    }

    private Mono<LodgedFilingResponse> response(Filing filing) {
        return warning.of(filing).map(warnings -> LodgedFilingResponse.of(filing, warnings));
    }

    private void count(Filing filing) {
        meters.counter(
                        "crosscare.filings.lodged",
                        "category",
                        filing.terms().category().name(),
                        "insuredRegion",
                        filing.terms().insuredRegion().value())
                .increment();
    }
}
