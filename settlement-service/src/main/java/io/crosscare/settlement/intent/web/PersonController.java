package io.crosscare.settlement.intent.web;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.EntryStatement;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.intent.CounterRule;
import io.crosscare.settlement.intent.RecordIntent;
import io.crosscare.settlement.intent.RecordIntent.Recorded;
import io.crosscare.settlement.intent.model.Intent;
import io.crosscare.settlement.intent.model.Intent.Content;
import io.crosscare.settlement.intent.web.PersonResponses.AccumulatorsResponse;
import io.crosscare.settlement.intent.web.PersonResponses.ChainResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * A person's chain and counters, read by the person, its insured region's agency and other services; openings and credits,
 * written by that agency alone, with numbers of persons cut out of its reasons. Whom a door is not for is told so whoever the
 * person is; to others of its roles a person that is not theirs is none.
 */
@RestController
@RequestMapping("/api/v1/persons/{personId}")
class PersonController {

    private static final int REASON_LENGTH_MAX = 200;
    private static final int PAGE_DEFAULT = 50;
    private static final int PAGE_MAX = 200;

    private final KnownFacts knownFacts;
    private final RecordIntent recordIntent;
    private final Chain chain;
    private final Traces traces;
    private final Clock clock;

    PersonController(KnownFacts knownFacts, RecordIntent recordIntent, Chain chain, Traces traces, Clock clock) {
        this.knownFacts = knownFacts;
        this.recordIntent = recordIntent;
        this.chain = chain;
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * What a person's year held before this system.
     *
     * @param counters 累计数 · at most 60, amounts in fen, by name in a year (2019/pooled; of a school year
     *     2019S/pooled): deductible.outpatient, deductible.chronic, pooled, pooled.outpatient, pooled.chronic, cost, cost.outpatient,
     *     cost.chronic, large, burden, admissions; and account, without a year; of somebody whose year held nothing one of them as 0
     * @param reason 原因 · where the figures come from, at most 200 characters
     */
    record OpeningRequest(
            @Nullable Map<String, @Nullable Long> counters,
            @Nullable String reason) {}

    /**
     * Money for a person's account.
     *
     * @param amountFen 划入金额 · in fen, more than nothing
     * @param reason 原因 · at most 200 characters
     */
    record CreditRequest(@Nullable Long amountFen, @Nullable String reason) {}

    /**
     * 期初累计 · Brings in what a person's year held before.
     *
     * @param caller {@code AGENCY}: of the insured region
     * @return 201 the entry; 200 the same entry again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/openings")
    Mono<ResponseEntity<EntryStatement>> open(
            Caller caller,
            @PathVariable String personId,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody OpeningRequest body) {
        IdempotencyKey callerKey = IdempotencyKey.require(key);
        FieldChecks checks = new FieldChecks();
        Checked<String> reason = checks.text("reason", body.reason(), REASON_LENGTH_MAX);
        Counters counters = CounterRule.counters(checks, "counters", body.counters());
        checks.throwIfInvalid();
        return record(
                caller, personId, callerKey, new Content.OpeningContent(counters), Masking.pastedText(reason.value()));
    }

    /**
     * 个人账户划入 · Credits a person's account.
     *
     * @param caller {@code AGENCY}: of the insured region
     * @return 201 the entry; 200 the same entry again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/account-credits")
    Mono<ResponseEntity<EntryStatement>> credit(
            Caller caller,
            @PathVariable String personId,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody CreditRequest body) {
        IdempotencyKey callerKey = IdempotencyKey.require(key);
        FieldChecks checks = new FieldChecks();
        Checked<Money> amount = checks.fen("amountFen", body.amountFen(), 1, CounterRule.VALUE_MAX);
        Checked<String> reason = checks.text("reason", body.reason(), REASON_LENGTH_MAX);
        checks.throwIfInvalid();
        return record(
                caller,
                personId,
                callerKey,
                new Content.CreditContent(amount.value()),
                Masking.pastedText(reason.value()));
    }

    /**
     * A move to another pool.
     *
     * @param movedTo 转入地 · the region that insures the person from then on: six digits of GB/T 2260
     * @param closedOn 参保截止日 · last day of insurance here, a day in China, not after today
     * @param reason 原因 · at most 200 characters
     */
    record ClosingRequest(
            @Nullable String movedTo,
            @Nullable String closedOn,
            @Nullable String reason) {}

    /**
     * 医保关系转出 · Closes the chain of a person who has moved to another pool: pays the account out and certifies the counters. Afterwards
     * the chain takes no settlement until an opening; what was settled before can still be taken back.
     *
     * @param caller {@code AGENCY}: of the insured region
     * @return 201 the entry with its certificate; 200 the same entry again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/closings")
    Mono<ResponseEntity<EntryStatement>> close(
            Caller caller,
            @PathVariable String personId,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ClosingRequest body) {
        IdempotencyKey callerKey = IdempotencyKey.require(key);
        FieldChecks checks = new FieldChecks();
        Checked<RegionCode> movedTo = checks.region("movedTo", body.movedTo());
        Checked<LocalDate> closedOn = checks.date("closedOn", body.closedOn());
        LocalDate day = closedOn.orNull();
        if (day != null && day.isAfter(ChinaTime.today(clock))) {
            checks.reject("closedOn", "not-after-today", Text.of("不能晚于今天", "must not lie after today"));
        }
        if (caller instanceof Caller.Agency agency && agency.region().equals(movedTo.orNull())) {
            checks.reject("movedTo", "another-region", Text.of("应为另一统筹区", "must be another region"));
        }
        Checked<String> reason = checks.text("reason", body.reason(), REASON_LENGTH_MAX);
        checks.throwIfInvalid();
        return record(
                caller,
                personId,
                callerKey,
                new Content.ClosingContent(movedTo.value(), closedOn.value()),
                Masking.pastedText(reason.value()));
    }

    /**
     * 结算链 · A person's chain, in the order of recording.
     *
     * @param caller {@code AGENCY}: of the insured region; {@code INSURED}: one's own
     * @param cursor optional
     * @param limit optional
     * @return a page of entries
     */
    @GetMapping("/chain")
    Mono<ChainResponse> chain(
            Caller caller,
            @PathVariable String personId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        FieldChecks checks = new FieldChecks();
        Checked<Long> first = checks.cursor(cursor, text -> within(text, EntryId.SEQ_MAX));
        Checked<Long> size = checks.optional(
                "limit",
                limit,
                "range",
                Text.of("应在 1 … " + PAGE_MAX + " 之间", "must be between 1 and " + PAGE_MAX),
                text -> within(text, PAGE_MAX));
        checks.throwIfInvalid();
        int page = Math.toIntExact(size.orElse((long) PAGE_DEFAULT));
        return visible(caller, personId)
                .flatMap(person -> chain.from(new EntryId(person, first.orElse(1L)), page)
                        .map(EntryStatement::of)
                        .collectList()
                        .map(items -> ChainResponse.of(items, page)));
    }

    /**
     * 累计数 · A person's counters at the head of the chain.
     *
     * @param caller {@code AGENCY}: of the insured region; {@code INSURED}: one's own
     * @return the counters
     */
    @GetMapping("/accumulators")
    Mono<AccumulatorsResponse> accumulators(Caller caller, @PathVariable String personId) {
        return visible(caller, personId).flatMap(chain::head).map(AccumulatorsResponse::of);
    }

    private Mono<ResponseEntity<EntryStatement>> record(
            Caller caller, String personId, IdempotencyKey callerKey, Content content, String reason) {
        if (!(caller instanceof Caller.Agency agency)) {
            return Mono.error(ProblemException.forbidden());
        }
        return known(personId)
                .filter(person -> caller.isAgencyOf(person.insuredRegion()))
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .map(person -> new Intent(
                        person.id(),
                        person.insuredRegion(),
                        Key.of(agency.region().value(), content.kind(), callerKey.value()),
                        content,
                        reason,
                        caller.subject(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        traces.traceparent()))
                .flatMap(intent -> recordIntent.record(intent).map(recorded -> answer(intent, recorded)));
    }

    private static ResponseEntity<EntryStatement> answer(Intent intent, Recorded recorded) {
        if (!recorded.entry().key().equals(intent.key())) {
            throw ProblemException.conflict(
                    Text.of("该参保人已转出，其结算链已关闭", "the person has moved to another pool, and the chain is closed"));
        }
        EntryStatement statement = EntryStatement.of(recorded.entry());
        return recorded.isReplay()
                ? ResponseEntity.ok().header(IdempotencyKey.HIT, "true").body(statement)
                : ResponseEntity.status(HttpStatus.CREATED).body(statement);
    }

    private Mono<PersonId> visible(Caller caller, String personId) {
        if (caller instanceof Caller.Hospital
                || caller instanceof Caller.Platform
                || caller instanceof Caller.Operator) {
            return Mono.error(ProblemException.forbidden());
        }
        return known(personId)
                .filter(person ->
                        caller.isService() || caller.isPerson(person.id()) || caller.isAgencyOf(person.insuredRegion()))
                .map(PersonFacts::id)
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private Mono<PersonFacts> known(String personId) {
        FieldChecks checks = new FieldChecks();
        Checked<PersonId> id = checks.personId("personId", personId);
        return checks.isValid() ? knownFacts.person(id.value()) : Mono.empty();
    }

    private static long within(String text, long max) {
        long value = Long.parseLong(text);
        if (value < 1 || value > max) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }
}
