package io.crosscare.settlement.external.web;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.chain.EntryStatement;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.external.RecordExternal;
import io.crosscare.settlement.external.RecordExternal.Outcome;
import java.time.Clock;
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

/**
 * What the insured region's core system paid itself, sent by its agency alone. Whose persons they are not is answered as if
 * there were none.
 */
@RestController
@RequestMapping("/api/v1/persons/{personId}/externals")
class ExternalController {

    private final KnownFacts knownFacts;
    private final RecordExternal recordExternal;
    private final Clock clock;

    ExternalController(KnownFacts knownFacts, RecordExternal recordExternal, Clock clock) {
        this.knownFacts = knownFacts;
        this.recordExternal = recordExternal;
        this.clock = clock;
    }

    /**
     * 本地及手工支付 · Records a payment that the insured region's core system made itself, in the core's order. It moves the counters, also
     * above a ceiling; one that comes before those ahead of it is refused with {@code expectedSequence}, and its key stays free.
     *
     * @param caller {@code AGENCY}: of the insured region
     * @return 201 the entry; 200 the same entry again, for the same key or the same number of the core, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping
    Mono<ResponseEntity<EntryStatement>> record(
            Caller caller,
            @PathVariable String personId,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ExternalRequest body) {
        IdempotencyKey callerKey = IdempotencyKey.require(key);
        FieldChecks checks = new FieldChecks();
        ExternalRequest.Checks checked = body.check(checks, "", ChinaTime.today(clock));
        checks.throwIfInvalid();
        if (!(caller instanceof Caller.Agency agency)) {
            return Mono.error(ProblemException.forbidden());
        }
        return known(personId)
                .filter(person -> caller.isAgencyOf(person.insuredRegion()))
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .flatMap(person -> recordExternal.record(new RecordExternal.Command(
                        person,
                        Key.of(agency.region().value(), EntryKind.EXTERNAL, callerKey.value()),
                        checked.payment(),
                        checked.moves(),
                        caller.subject())))
                .map(ExternalController::answer);
    }

    private static ResponseEntity<EntryStatement> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.InChain(var entry, boolean isReplay) ->
                isReplay
                        ? ResponseEntity.ok().header(IdempotencyKey.HIT, "true").body(EntryStatement.of(entry))
                        : ResponseEntity.status(HttpStatus.CREATED).body(EntryStatement.of(entry));
            case Outcome.TooEarly(long expected) ->
                throw ProblemException.conflict(Text.of(
                                "此前的支付尚未报送，请先报送序号 " + expected,
                                "payments before it have not come; the next one is number " + expected))
                        .with("field", "sequence")
                        .with("expectedSequence", expected);
            case Outcome.Taken(var present) ->
                throw ProblemException.conflict(
                                Text.of("该序号或业务号已有另一笔记录", "its place or its number holds another entry"))
                        .with("field", "sequence")
                        .with("entryId", present.id().value());
            case Outcome.BelowZero(String counter) ->
                throw ProblemException.conflict(
                                Text.of("累计数将小于零；个人账户须先划入", "a counter would be below zero; credit the account first"))
                        .with("field", "moves." + counter);
            case Outcome.KeyUsed() -> throw ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT);
        };
    }

    private Mono<PersonFacts> known(String personId) {
        FieldChecks checks = new FieldChecks();
        Checked<PersonId> id = checks.personId("personId", personId);
        return checks.isValid() ? knownFacts.person(id.value()) : Mono.empty();
    }
}
