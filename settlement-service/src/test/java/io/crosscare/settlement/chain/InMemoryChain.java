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
import io.crosscare.settlement.chain.model.Slot;
import io.crosscare.settlement.chain.model.SlotHolder;
import io.crosscare.settlement.chain.model.Veto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The chain for tests, kept to the same contract as the store's. */
public final class InMemoryChain implements Chain {

    private final List<Entry> entries = new ArrayList<>();
    private final List<Veto> vetoes = new ArrayList<>();
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
        Optional<SlotHolder> holder =
                entry.slot().isPlace() ? Optional.empty() : holder(entry.link().person(), entry.slot());
        if (holder.isPresent()) {
            return new SlotTaken(holder.get());
        }
        if (present.stream().anyMatch(one -> one.id().equals(entry.id()))) {
            return new SeqTaken();
        }
        entries.add(entry);
        return new Appended(entry);
    }

    @Override
    public Mono<SlotHolder> veto(Veto veto) {
        return faults.around(Mono.fromSupplier(() -> hold(veto)));
    }

    private synchronized SlotHolder hold(Veto veto) {
        return holder(veto.person(), veto.slot()).orElseGet(() -> {
            vetoes.add(veto);
            return veto;
        });
    }

    private Optional<SlotHolder> holder(PersonId person, Slot slot) {
        Stream<SlotHolder> refused = vetoes.stream()
                .filter(veto -> veto.person().equals(person) && veto.slot().equals(slot))
                .map(SlotHolder.class::cast);
        Stream<SlotHolder> settled = of(person).stream()
                .filter(entry -> entry.slot().equals(slot))
                .filter(SlotHolder.class::isInstance)
                .map(SlotHolder.class::cast);
        return Stream.concat(refused, settled).findFirst();
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
