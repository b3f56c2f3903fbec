package io.crosscare.settlement.direct;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.direct.model.Outcome;
import io.crosscare.settlement.eligibility.RefusalStatement;
import io.crosscare.settlement.intent.Intents;
import io.crosscare.settlement.visit.Visits;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Says what became of a request, by the key it was sent under, for a caller that got no answer (design.md §3.3). What is in
 * flight is read before the chain: what ends in between is then found in the chain, never nowhere.
 */
public final class FindOutcome {

    private final Visits visits;
    private final Intents intents;
    private final Chain chain;
    private final Refusals refusals;

    public FindOutcome(Visits visits, Intents intents, Chain chain, Refusals refusals) {
        this.visits = visits;
        this.intents = intents;
        this.chain = chain;
        this.refusals = refusals;
    }

    /**
     * An outcome with what stands behind it.
     *
     * @param settlement the settlement in question; null where there is none
     * @param entry what the key came to; null where nothing is in the chain
     * @param refusal the last refusal of the key; null unless the outcome is {@code REFUSED}
     */
    public record Found(
            Outcome outcome,
            @Nullable EntryId settlement,
            @Nullable Entry entry,
            @Nullable RefusalStatement refusal) {

        private static Found of(Outcome outcome) {
            return new Found(outcome, null, null, null);
        }

        private static Found of(@Nullable EntryId settlement, Entry entry) {
            return new Found(Outcome.of(entry), settlement, entry, null);
        }
    }

    /** Of a settlement's key. */
    public Mono<Found> ofSettlement(PersonId person, Key key) {
        return visits.isSettling(person, key)
                .flatMap(isSettling -> inChain(person, key)
                        .switchIfEmpty(isSettling ? Mono.just(Found.of(Outcome.IN_PROGRESS)) : refused(person, key))
                        .defaultIfEmpty(Found.of(Outcome.NEVER_SEEN)));
    }

    /** Of the key a cancellation, a reversal or an adjustment was sent under. */
    public Mono<Found> ofUndo(PersonId person, Key key) {
        return intents.find(person, key)
                .flatMap(entry -> entry.map(this::written).orElseGet(() -> Mono.just(Found.of(Outcome.IN_PROGRESS))))
                .defaultIfEmpty(Found.of(Outcome.NEVER_SEEN));
    }

    private Mono<Found> inChain(PersonId person, Key key) {
        return chain.byKey(person, key)
                .flatMap(entry -> entry instanceof Settlement settlement
                        ? chain.lastOf(settlement).map(last -> Found.of(settlement.id(), last))
                        : Mono.just(Found.of(null, entry)));
    }

    private Mono<Found> written(EntryId entry) {
        return chain.byId(entry).map(written -> Found.of(originalOf(written), written));
    }

    private static @Nullable EntryId originalOf(Entry written) {
        return switch (written) {
            case Undo undo -> undo.original();
            case Settlement settlement
            when settlement.replaced() != null -> settlement.replaced().original();
            default -> null;
        };
    }

    private Mono<Found> refused(PersonId person, Key key) {
        return refusals.last(person, key)
                .map(stored -> RefusalStatement.of(stored.refusal(), stored.responsible()))
                .map(refusal -> new Found(Outcome.REFUSED, null, null, refusal));
    }
}
