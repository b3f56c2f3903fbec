package io.crosscare.filing.lodging.web;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.lodging.ActOutcome;
import io.crosscare.filing.lodging.ChangeFiling;
import io.crosscare.filing.lodging.ChangeFilingCommand;
import io.crosscare.filing.lodging.FilingRefusals;
import io.crosscare.filing.lodging.FindFiledSettlements;
import io.crosscare.filing.lodging.ReviewFiling;
import io.crosscare.filing.lodging.SupplementFiling;
import io.crosscare.filing.lodging.WithdrawFiling;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.web.FilingActRequests.ChangeRequest;
import io.crosscare.filing.lodging.web.FilingActRequests.Review;
import io.crosscare.filing.lodging.web.FilingActRequests.ReviewRequest;
import io.crosscare.filing.lodging.web.FilingActRequests.Supplement;
import io.crosscare.filing.lodging.web.FilingActRequests.SupplementRequest;
import io.crosscare.filing.lodging.web.FilingActRequests.Withdrawal;
import io.crosscare.filing.lodging.web.FilingActRequests.WithdrawalRequest;
import io.crosscare.filing.refusal.Refusals;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is done to a filing after it was lodged. */
@RestController
@RequestMapping("/api/v1/filings/{id}")
public final class FilingActController {

    private static final Text OVERLAPPING =
            Text.of("该参保人在同一就医地、同一时段已有备案", "A filing of this person already speaks for that place and period");
    private static final Text REPLACED = Text.of(
            "该备案已被另一备案（filingId）替换，请在那一备案上办理", "Another filing (filingId) has taken its place: ask for it there");
    private static final Text DAY_HAS_PASSED =
            Text.of("已过去的日期由参保地经办机构办理", "may lie in the past for the insured region's agency only");

    private final ChangeFiling changing;
    private final WithdrawFiling withdrawing;
    private final ReviewFiling reviewing;
    private final SupplementFiling supplementing;
    private final FindFiledSettlements finding;
    private final Refusals refusals;
    private final Clock clock;

    public FilingActController(
            ChangeFiling changing,
            WithdrawFiling withdrawing,
            ReviewFiling reviewing,
            SupplementFiling supplementing,
            FindFiledSettlements finding,
            Refusals refusals,
            Clock clock) {
        this.changing = changing;
        this.withdrawing = withdrawing;
        this.reviewing = reviewing;
        this.supplementing = supplementing;
        this.finding = finding;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * 变更备案 · Changes a filing. Another last day or special treatment is a new version of it; another place or category is
     * another filing from a day on, and the filing then speaks for the days before. Settlements made stay as they are; after a
     * decision on the special treatment the answer names those to be cancelled and settled again.
     *
     * @param caller {@code AGENCY}: of the insured region
     * @param id of the filing
     * @return 201 the filing as it stands, or the one that took its place; 200 the same again, for the same key, with
     *     {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}, {@code refused}
     */
    @PostMapping("/changes")
    Mono<ResponseEntity<DecidedFilingResponse>> change(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ChangeRequest body) {
        Caller.Agency agency = requireAgency(caller);
        IdempotencyKey idempotencyKey = IdempotencyKey.require(key);
        ChangeFilingCommand command = body.check(ChinaTime.today(clock));
        return changing.change(filingId(id), command, agency, idempotencyKey)
                .flatMap(outcome -> answer(outcome, this::decided));
    }

    /**
     * 撤销备案 · Withdraws a filing from a day on. It speaks for the days before, and settlements made stay as they are.
     *
     * @param caller {@code AGENCY}: of the insured region; {@code INSURED}: one's own, from today on at the earliest
     * @param id of the filing
     * @return 201 the filing as it stands; 200 the same again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}, {@code refused}
     */
    @PostMapping("/withdrawals")
    Mono<ResponseEntity<FilingResponse>> withdraw(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody WithdrawalRequest body) {
        if (!(caller instanceof Caller.Agency) && !(caller instanceof Caller.Insured)) {
            throw ProblemException.forbidden();
        }
        IdempotencyKey idempotencyKey = IdempotencyKey.require(key);
        Withdrawal withdrawal = body.check(ChinaTime.today(clock));
        return withdrawing
                .withdraw(filingId(id), withdrawal.from(), withdrawal.reason(), caller, idempotencyKey)
                .flatMap(outcome -> answer(outcome, filing -> Mono.just(FilingResponse.of(filing))));
    }

    /**
     * 审核备案 · Decides on what was handed in, on a special treatment, or that a promise has lapsed. After a decision on the special
     * treatment the answer names the settlements to be cancelled and settled again. That a follow-up belongs to the earlier
     * settlement it names is the agency's word; the settlement is not looked up.
     *
     * @param caller {@code AGENCY}: of the insured region
     * @param id of the filing
     * @return 201 the filing as it stands; 200 the same again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}, {@code refused}
     */
    @PostMapping("/reviews")
    Mono<ResponseEntity<DecidedFilingResponse>> review(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ReviewRequest body) {
        Caller.Agency agency = requireAgency(caller);
        IdempotencyKey idempotencyKey = IdempotencyKey.require(key);
        Review review = body.check();
        return reviewing
                .review(filingId(id), review.verdict(), review.treatment(), review.reason(), agency, idempotencyKey)
                .flatMap(outcome -> answer(outcome, this::decided));
    }

    /**
     * 补充材料 · Takes in the papers that were promised. What the papers say has to meet the conditions of the category; what is left
     * out the agency vouches for. No time away is asked of a filing on a promise, for the person was only about to go there.
     *
     * @param caller {@code AGENCY}: of the insured region
     * @param id of the filing
     * @return 201 the filing as it stands; 200 the same again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}, {@code refused}
     */
    @PostMapping("/supplements")
    Mono<ResponseEntity<FilingResponse>> supplement(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody SupplementRequest body) {
        Caller.Agency agency = requireAgency(caller);
        IdempotencyKey idempotencyKey = IdempotencyKey.require(key);
        Supplement supplement = body.check(ChinaTime.today(clock));
        return supplementing
                .supplement(filingId(id), supplement.facts(), supplement.reason(), agency, idempotencyKey)
                .flatMap(outcome -> answer(outcome, filing -> Mono.just(FilingResponse.of(filing))));
    }

    private static Caller.Agency requireAgency(Caller caller) {
        if (caller instanceof Caller.Agency agency) {
            return agency;
        }
        throw ProblemException.forbidden();
    }

    private static FilingId filingId(String id) {
        return PathId.require(id, FilingId::new);
    }

    /** The decision is stored; that settlement does not answer is said and changes nothing of it. */
    private Mono<DecidedFilingResponse> decided(Filing filing) {
        return filing.history().getLast().action().isOnTreatment()
                ? finding.outdated(filing)
                        .map(outdated -> DecidedFilingResponse.of(filing, outdated))
                        .onErrorReturn(ProblemException.class, DecidedFilingResponse.ofUnknown(filing))
                : Mono.just(DecidedFilingResponse.of(filing));
    }

    private <T> Mono<ResponseEntity<T>> answer(ActOutcome outcome, Function<Filing, Mono<T>> bodyOf) {
        return switch (outcome) {
            case ActOutcome.Done done ->
                bodyOf.apply(done.filing())
                        .map(body -> ResponseEntity.status(HttpStatus.CREATED).body(body));
            case ActOutcome.Replayed replayed ->
                bodyOf.apply(replayed.filing())
                        .map(body -> ResponseEntity.ok()
                                .header(IdempotencyKey.HIT, "true")
                                .body(body));
            case ActOutcome.KeyReused _ -> Mono.error(ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT));
            case ActOutcome.NotVisible _ -> Mono.error(ProblemException.notFound());
            case ActOutcome.NotPossible(var state, var why, var successor) ->
                Mono.error(ProblemException.conflict(successor == null ? why : REPLACED)
                        .with("state", state.name())
                        .with("filingId", successor == null ? null : successor.value()));
            case ActOutcome.NotEligible refused ->
                refusals.refuse(FilingRefusals.of(refused.decision(), refused.insuredRegion(), ChinaTime.today(clock)));
            case ActOutcome.Overlapping overlapping ->
                Mono.error(ProblemException.conflict(OVERLAPPING)
                        .with("filingId", overlapping.existing().value()));
            case ActOutcome.NoDestination(var why) ->
                Mono.error(ProblemException.invalid("careRegion", why.rule(), Text.of(why.zh(), why.en())));
            case ActOutcome.MaterialUnknown _ ->
                Mono.error(ProblemException.invalid("materials", "material", FactsRequest.MATERIAL_UNKNOWN));
            case ActOutcome.DayHasPassed passed ->
                Mono.error(ProblemException.invalid(passed.field(), "not-backdated", DAY_HAS_PASSED));
        };
    }
}
