package io.crosscare.settlement.chain;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Slot;
import io.crosscare.settlement.chain.model.Undo;
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

    Mono<Entry> byKey(PersonId person, Key key);

    Mono<Entry> bySlot(PersonId person, Slot slot);

    /** The undo of a settlement; empty while it is live. */
    default Mono<Undo> undoOf(Settlement settlement) {
        return byKey(settlement.link().person(), Key.undoOf(settlement.key())).ofType(Undo.class);
    }

    /** As {@link #undoOf(Settlement)}, of the settlement in this place. */
    default Mono<Undo> undoOf(EntryId settlement) {
        return byId(settlement).ofType(Settlement.class).flatMap(this::undoOf);
    }

    /** Entries in order, from a place on. */
    Flux<Entry> from(EntryId first, int limit);

    /**
     * Stores the entry in one insert, or says what stands in its way. An error leaves the outcome unknown: the entry may be
     * stored, or be stored yet. Ask by its key, never append it under a second one.
     */
    Mono<AppendOutcome> append(Entry entry);
}
