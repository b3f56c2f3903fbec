package io.crosscare.simulator.mutant;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.AppendOutcome;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Slot;
import io.crosscare.settlement.chain.model.SlotHolder;
import io.crosscare.settlement.chain.model.Veto;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A chain that passes everything on; a mutant changes one answer. */
class PassingChain implements Chain {

    private final Chain real;

    PassingChain(Chain real) {
        this.real = real;
    }

    @Override
    public Mono<Head> head(PersonId person) {
        return real.head(person);
    }

    @Override
    public Mono<Entry> byId(EntryId id) {
        return real.byId(id);
    }

    @Override
    public Mono<Entry> byKey(PersonId person, Key key) {
        return real.byKey(person, key);
    }

    @Override
    public Mono<Entry> bySlot(PersonId person, Slot slot) {
        return real.bySlot(person, slot);
    }

    @Override
    public Flux<Entry> from(EntryId first, int limit) {
        return real.from(first, limit);
    }

    @Override
    public Mono<AppendOutcome> append(Entry entry) {
        return real.append(entry);
    }

    @Override
    public Mono<SlotHolder> veto(Veto veto) {
        return real.veto(veto);
    }
}
