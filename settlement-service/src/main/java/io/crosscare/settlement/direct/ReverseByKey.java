package io.crosscare.settlement.direct;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.intent.RecordIntent;
import io.crosscare.settlement.intent.RecordIntent.Recorded;
import io.crosscare.settlement.intent.model.Intent;
import io.crosscare.settlement.intent.model.Intent.Content;
import io.crosscare.settlement.visit.Visits;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reverses a settlement by the key it was sent under (冲正), for a hospital that never learnt what became of it. Afterwards
 * that key is not settled and never will be: what is in the chain is undone, and where nothing is, the key is void.
 */
public final class ReverseByKey {

    private static final String NO_REASON = "";

    private final Visits visits;
    private final KnownFacts knownFacts;
    private final RecordIntent recordIntent;
    private final SettlementMeters meters;
    private final Supplier<@Nullable String> traceparent;
    private final Clock clock;

    /**
     * Reverses.
     *
     * @param traceparent trace context of the present request, if there is one
     */
    public ReverseByKey(
            Visits visits,
            KnownFacts knownFacts,
            RecordIntent recordIntent,
            SettlementMeters meters,
            Supplier<@Nullable String> traceparent,
            Clock clock) {
        this.visits = visits;
        this.knownFacts = knownFacts;
        this.recordIntent = recordIntent;
        this.meters = meters;
        this.traceparent = traceparent;
        this.clock = clock;
    }

    /**
     * What a hospital says.
     *
     * @param reversedKey the caller's own key of the settlement, as it was sent
     * @param by the caller's account
     */
    public record Command(
            PersonId person,
            InstitutionCode institution,
            IdempotencyKey reversedKey,
            IdempotencyKey callerKey,
            String by) {}

    /** The undo or the void key, durable when it is told; {@code not-found} for a person who was never at the institution. */
    public Mono<Recorded> reverse(Command command) {
        return visits.hasVisitOf(command.person(), command.institution())
                .filter(hasVisit -> hasVisit)
                .flatMap(_ -> knownFacts.person(command.person()))
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .map(person -> intent(command, person))
                .flatMap(recordIntent::record)
                .doOnNext(meters::undone)
                .flatMap(recorded -> recorded.entry() instanceof Settlement
                        ? Mono.error(SettlementGone.by(recorded.entry()))
                        : Mono.just(recorded));
    }

    private Intent intent(Command command, PersonFacts person) {
        String institution = command.institution().value();
        Key reversed =
                Key.of(institution, EntryKind.SETTLEMENT, command.reversedKey().value());
        return new Intent(
                person.id(),
                person.insuredRegion(),
                Key.of(institution, EntryKind.REVERSAL, command.callerKey().value()),
                new Content.ReversalContent(reversed, command.institution()),
                NO_REASON,
                command.by(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                traceparent.get());
    }
}
