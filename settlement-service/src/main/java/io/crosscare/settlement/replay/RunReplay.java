package io.crosscare.settlement.replay;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.catalogue.Catalogues;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.chain.model.ChainExtent;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.direct.StoredBills;
import io.crosscare.settlement.direct.StoredBills.StoredBill;
import io.crosscare.settlement.direct.model.FrozenBill;
import io.crosscare.settlement.replay.model.PolicyReplay;
import io.crosscare.settlement.replay.model.PolicyReplay.Part;
import io.crosscare.settlement.replay.model.PolicyReplay.State;
import io.crosscare.settlement.replay.model.ReplayChain;
import io.crosscare.settlement.replay.model.ReplayChain.Priced;
import io.crosscare.settlement.replay.model.ReplayPeriod;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Replays a candidate over all chains, part by part; after each part the store hears how far it has come, and says whether it
 * may go on. Reads in small portions, one bill at a time, on a thread of its own, so that settling does not wait for it.
 */
public final class RunReplay {

    private static final Logger LOG = LoggerFactory.getLogger(RunReplay.class);
    private static final int ENTRIES_AT_ONCE = 64;
    private static final int CHAINS_AT_ONCE = 2;

    private final StoredEntries entries;
    private final StoredBills bills;
    private final Catalogues catalogues;
    private final PolicyReplays replays;
    private final Scheduler worker;
    private final Clock clock;
    private final AtomicReference<@Nullable Work> next = new AtomicReference<>();

    /**
     * Makes the use case.
     *
     * @param worker on which bills are split, away from the threads that serve requests
     */
    public RunReplay(
            StoredEntries entries,
            StoredBills bills,
            Catalogues catalogues,
            PolicyReplays replays,
            Scheduler worker,
            Clock clock) {
        this.entries = entries;
        this.bills = bills;
        this.catalogues = catalogues;
        this.replays = replays;
        this.worker = worker;
        this.clock = clock;
    }

    private record Work(PolicyReplay replay, PolicyPack candidate) {}

    /** How many parts there are. */
    int parts() {
        return entries.buckets();
    }

    /** Takes a replay that was begun; it runs in the next turn of this process. */
    void take(PolicyReplay replay, PolicyPack candidate) {
        next.set(new Work(replay, candidate));
    }

    /** Does what was taken, if anything was. */
    public Mono<Void> turn() {
        return Mono.justOrEmpty(next.getAndSet(null)).flatMap(this::run);
    }

    private Mono<Void> run(Work work) {
        AtomicReference<PolicyReplay> state = new AtomicReference<>(work.replay());
        return Flux.range(0, entries.buckets())
                .concatMap(bucket -> part(bucket, work))
                .concatMap(part -> replays.say(state.updateAndGet(known -> known.plus(part, now()))))
                .takeWhile(mayGoOn -> mayGoOn)
                .then(Mono.defer(() -> replays.say(state.get().ended(State.FINISHED, now()))))
                .onErrorResume(error -> {
                    LOG.error("replay {} failed", work.replay().id(), error);
                    return replays.say(state.get().ended(State.FAILED, now()));
                })
                .then();
    }

    private Mono<Part> part(int bucket, Work work) {
        return entries.chainsIn(bucket)
                .filter(extent -> !extent.person().isEmpty())
                .flatMap(extent -> chain(extent, work), CHAINS_AT_ONCE)
                .reduce(Part.NONE, Part::plus);
    }

    private Mono<Part> chain(ChainExtent extent, Work work) {
        ReplayPeriod period = work.replay().asked().period();
        ReplayChain chain = new ReplayChain(work.candidate(), period);
        AtomicLong unreadable = new AtomicLong();
        return Flux.fromIterable(extent.seqs())
                .map(seq -> new EntryId(new PersonId(extent.person()), seq).value())
                .buffer(ENTRIES_AT_ONCE)
                .concatMap(entries::byIds, 1)
                .publishOn(worker, 1)
                .concatMap(stored -> step(stored, chain, work.candidate(), unreadable), 1)
                .then(Mono.fromSupplier(() -> new Part(1, unreadable.get(), chain.end())));
    }

    /** An entry that is not sound stays out, and with it what it moved. */
    private Mono<Void> step(StoredEntry stored, ReplayChain chain, PolicyPack candidate, AtomicLong unreadable) {
        return switch (stored.entry()) {
            case null -> Mono.fromRunnable(unreadable::incrementAndGet);
            case Settlement settlement
            when concerns(candidate, settlement) -> replay(settlement, chain, candidate, unreadable);
            case Entry entry -> Mono.fromRunnable(() -> chain.next(entry));
        };
    }

    private static boolean concerns(PolicyPack candidate, Settlement settlement) {
        return settlement.care().insuredRegion().equals(candidate.region())
                && candidate.personTypes().contains(settlement.care().personType());
    }

    private Mono<Void> replay(Settlement settlement, ReplayChain chain, PolicyPack candidate, AtomicLong unreadable) {
        return bills.byHash(settlement.basis().billHash())
                .ofType(StoredBill.Sound.class)
                .map(StoredBill.Sound::bill)
                .flatMap(bill -> chain.isConcerned(settlement, bill)
                        ? priced(bill, candidate).map(priced -> replayed(chain, settlement, priced))
                        : Mono.fromSupplier(() -> asItWas(chain, settlement)))
                .switchIfEmpty(Mono.fromSupplier(() -> {
                    unreadable.incrementAndGet();
                    return asItWas(chain, settlement);
                }))
                .then();
    }

    private static boolean replayed(ReplayChain chain, Settlement settlement, Priced priced) {
        chain.next(settlement, priced);
        return true;
    }

    private static boolean asItWas(ReplayChain chain, Settlement settlement) {
        chain.next(settlement);
        return true;
    }

    /** By the catalogue it was settled with, unless the candidate reads otherwise whose catalogue applies. */
    private Mono<Priced> priced(FrozenBill bill, PolicyPack candidate) {
        var circumstances = bill.bill().circumstances();
        var owner = candidate.catalogueRegionFor(circumstances);
        return catalogues
                .byHash(bill.catalogueHash())
                .filter(used -> bill.bill().isOfCategories()
                        || used.catalogue().region().contains(owner))
                .switchIfEmpty(catalogues.find(owner, circumstances.serviceTo()))
                .map(catalogue -> new Priced(bill, catalogue.catalogue()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
