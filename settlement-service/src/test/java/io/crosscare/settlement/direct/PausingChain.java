package io.crosscare.settlement.direct;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.AppendOutcome;
import io.crosscare.settlement.chain.AppendOutcome.Appended;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Slot;
import io.crosscare.settlement.chain.model.SlotHolder;
import io.crosscare.settlement.chain.model.Veto;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A process's way to the chain, on which the world goes on once while it stands still, and on which it may end. */
final class PausingChain implements Chain {

    private final Chain chain;
    private final AtomicReference<Runnable> behindLook;
    private final AtomicReference<Runnable> beforeAppend;
    private final AtomicReference<Runnable> beforeVeto;
    private final boolean endsBehindItsEntry;

    private PausingChain(
            Chain chain, Runnable behindLook, Runnable beforeAppend, Runnable beforeVeto, boolean endsBehindItsEntry) {
        this.chain = chain;
        this.behindLook = new AtomicReference<>(behindLook);
        this.beforeAppend = new AtomicReference<>(beforeAppend);
        this.beforeVeto = new AtomicReference<>(beforeVeto);
        this.endsBehindItsEntry = endsBehindItsEntry;
    }

    static PausingChain beforeItsFirstAppend(Chain chain, Runnable meanwhile) {
        return new PausingChain(chain, () -> {}, meanwhile, () -> {}, false);
    }

    static PausingChain behindItsFirstLookAtAKey(Chain chain, Runnable meanwhile) {
        return new PausingChain(chain, meanwhile, () -> {}, () -> {}, false);
    }

    static PausingChain beforeItsFirstVeto(Chain chain, Runnable meanwhile) {
        return new PausingChain(chain, () -> {}, () -> {}, meanwhile, false);
    }

    /** The same, and the process ends when an entry of it is stored. */
    PausingChain endingBehindItsEntry() {
        return new PausingChain(chain, behindLook.get(), beforeAppend.get(), beforeVeto.get(), true);
    }

    /** What a process that has ended tells its caller. */
    static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Ended() {
            super("ended behind its entry");
        }
    }

    @Override
    public Mono<AppendOutcome> append(Entry entry) {
        return once(beforeAppend)
                .then(Mono.defer(() -> chain.append(entry)))
                .flatMap(outcome -> endsBehindItsEntry && outcome instanceof Appended
                        ? Mono.error(new Ended())
                        : Mono.just(outcome));
    }

    @Override
    public Mono<SlotHolder> veto(Veto veto) {
        return once(beforeVeto).then(Mono.defer(() -> chain.veto(veto)));
    }

    private static Mono<Void> once(AtomicReference<Runnable> meanwhile) {
        return Mono.fromRunnable(() -> meanwhile.getAndSet(() -> {}).run());
    }

    @Override
    public Mono<Head> head(PersonId person) {
        return chain.head(person);
    }

    @Override
    public Mono<Entry> byId(EntryId id) {
        return chain.byId(id);
    }

    @Override
    public Mono<Entry> byKey(PersonId person, Key key) {
        return chain.byKey(person, key)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> once(behindLook).then(Mono.justOrEmpty(found)));
    }

    @Override
    public Mono<Entry> bySlot(PersonId person, Slot slot) {
        return chain.bySlot(person, slot);
    }

    @Override
    public Flux<Entry> from(EntryId first, int limit) {
        return chain.from(first, limit);
    }
}
