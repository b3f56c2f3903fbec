package io.crosscare.settlement.chain;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Slot;
import io.crosscare.settlement.chain.model.SlotHolder;
import io.crosscare.settlement.chain.model.Veto;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Port to the chains of all persons. Reads see only what is durable, and everything whose append was answered. There is no
 * way to change or remove an entry.
 */
public interface Chain {

    /** The end of the person's chain; {@link Head#empty} where there is no entry yet. */
    Mono<Head> head(PersonId person);

    Mono<Entry> byId(EntryId id);

    /** Those of these entries that there are, in any order. */
    default Flux<Entry> byIds(List<EntryId> ids) {
        return Flux.fromIterable(ids).concatMap(this::byId);
    }

    Mono<Entry> byKey(PersonId person, Key key);

    Mono<Entry> bySlot(PersonId person, Slot slot);

    /** What undid or adjusted this very settlement; empty while it is live. */
    default Mono<Entry> successorOf(Settlement settlement) {
        return byKey(settlement.link().person(), Key.undoOf(settlement.key()));
    }

    /** As {@link #successorOf(Settlement)}, of the settlement in this place. */
    default Mono<Entry> successorOf(EntryId settlement) {
        return byId(settlement).ofType(Settlement.class).flatMap(this::successorOf);
    }

    /** What a settlement has come to: itself, the adjustment that stands in its place, or the undo of whichever stood last. */
    default Mono<Entry> lastOf(Settlement settlement) {
        return successorOf(settlement)
                .flatMap(next -> next instanceof Settlement adjustment ? lastOf(adjustment) : Mono.just(next))
                .defaultIfEmpty(settlement);
    }

    /** As {@link #lastOf(Settlement)}, of the settlement in this place. */
    default Mono<Entry> lastOf(EntryId settlement) {
        return byId(settlement).ofType(Settlement.class).flatMap(this::lastOf);
    }

    /** Entries in order, from a place on. */
    Flux<Entry> from(EntryId first, int limit);

    /**
     * Stores the entry in one insert, or says what stands in its way. An error leaves the outcome unknown: the entry may be
     * stored, or be stored yet. Ask by its key, never append it under a second one.
     */
    Mono<AppendOutcome> append(Entry entry);

    /**
     * Has a refusal hold its slot, unless that is held already: of an entry and a refusal that want one slot, one comes about. An
     * error leaves it unknown which; the same again finds out.
     *
     * @return who holds the slot, durably
     */
    Mono<SlotHolder> veto(Veto veto);
}
