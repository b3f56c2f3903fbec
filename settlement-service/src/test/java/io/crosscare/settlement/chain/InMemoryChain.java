package io.crosscare.settlement.chain;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.chain.AppendOutcome.Appended;
import io.crosscare.settlement.chain.AppendOutcome.KeyTaken;
import io.crosscare.settlement.chain.AppendOutcome.SeqTaken;
import io.crosscare.settlement.chain.AppendOutcome.SlotTaken;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The chain for tests, kept to the same contract as the store's. */
public final class InMemoryChain implements Chain {

    private final List<Entry> entries = new ArrayList<>();
    private final Faults faults;

    public InMemoryChain(Faults faults) {
        this.faults = faults;
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public Mono<Head> head(PersonId person) {
        return Mono.fromSupplier(() -> of(person).stream().reduce((_, last) -> last))
                .map(last -> last.map(Head::of).orElse(Head.empty(person)));
    }

    @Override
    public Mono<Entry> byId(EntryId id) {
        return first(id.person(), entry -> entry.id().equals(id));
    }

    @Override
    public Mono<Entry> byKey(PersonId person, Key key) {
        return first(person, entry -> entry.key().equals(key));
    }

    @Override
    public Mono<Entry> bySlot(PersonId person, Slot slot) {
        return first(person, entry -> entry.slot().equals(slot));
    }

    @Override
    public Flux<Entry> from(EntryId first, int limit) {
        return Flux.defer(() -> Flux.fromIterable(of(first.person())))
                .filter(entry -> entry.link().seq() >= first.seq())
                .take(limit);
    }

    @Override
    public Mono<AppendOutcome> append(Entry entry) {
        return faults.around(Mono.fromSupplier(() -> insert(entry)));
    }

    private synchronized AppendOutcome insert(Entry entry) {
        List<Entry> present = of(entry.link().person());
        for (Entry one : present) {
            if (one.key().equals(entry.key())) {
                return new KeyTaken(one);
            }
        }
        for (Entry one : present) {
            if (!entry.slot().isPlace() && one.slot().equals(entry.slot()) && one instanceof Settlement settlement) {
                return new SlotTaken(settlement);
            }
        }
        if (present.stream().anyMatch(one -> one.id().equals(entry.id()))) {
            return new SeqTaken();
        }
        entries.add(entry);
        return new Appended(entry);
    }

    private synchronized List<Entry> of(PersonId person) {
        return entries.stream()
                .filter(entry -> entry.link().person().equals(person))
                .toList();
    }

    private Mono<Entry> first(PersonId person, Predicate<Entry> condition) {
        return Mono.fromSupplier(() -> of(person).stream().filter(condition).findFirst())
                .flatMap(Mono::justOrEmpty);
    }
}
