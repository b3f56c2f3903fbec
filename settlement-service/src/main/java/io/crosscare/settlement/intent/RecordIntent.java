package io.crosscare.settlement.intent;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.chain.AppendOutcome.Appended;
import io.crosscare.settlement.chain.AppendOutcome.KeyTaken;
import io.crosscare.settlement.chain.AppendOutcome.SeqTaken;
import io.crosscare.settlement.chain.AppendOutcome.SlotTaken;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.LostRaces;
import io.crosscare.settlement.chain.PersonTurns;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Slot;
import io.crosscare.settlement.intent.model.Intent;
import io.crosscare.settlement.intent.model.Intent.Content;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Writes what an intent wants into the person's chain, once: intent first, then the entry, then what follows from it, then its
 * event. An intent that a stopped process left behind is carried out by {@link #sweep()}. What a closed chain does not take is
 * refused: nothing of it is left to be done, and its key is free for when the chain is open again.
 */
public final class RecordIntent {

    /** A younger intent is still in the hands of whoever opened it. */
    public static final Duration AGE_MIN = Duration.ofSeconds(10);

    private static final int BATCH = 100;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Intents intents;
    private final Chain chain;
    private final PersonTurns turns;
    private final SplitRest splitRest;
    private final Function<Entry, Mono<Void>> consequence;
    private final Runnable relay;
    private final Consumer<List<Instant>> unresolved;
    private final Clock clock;

    /**
     * Records.
     *
     * @param consequence what an entry means for other records; repeated until it succeeds, so doing it twice changes nothing
     * @param relay told when there is something to publish
     * @param unresolved told at each turn since when intents have been left behind
     */
    public RecordIntent(
            Intents intents,
            Chain chain,
            PersonTurns turns,
            SplitRest splitRest,
            Function<Entry, Mono<Void>> consequence,
            Runnable relay,
            Consumer<List<Instant>> unresolved,
            Clock clock) {
        this.intents = intents;
        this.chain = chain;
        this.turns = turns;
        this.splitRest = splitRest;
        this.consequence = consequence;
        this.relay = relay;
        this.unresolved = unresolved;
        this.clock = clock;
    }

    /**
     * A written entry.
     *
     * @param entry what fulfils the intent; where a closed chain did not take it, the last entry of the chain
     * @param isReplay whether it had been written before
     */
    public record Recorded(Entry entry, boolean isReplay) {}

    /** What an attempt came to, and whether that is no more than that the chain does not take it. */
    private record Attempted(Recorded recorded, boolean isStopped) {}

    /** The entry, durable when it is told; a fault leaves the outcome unknown, and the same request finds out. */
    public Mono<Recorded> record(Intent intent) {
        return turns.admitted(
                intent.person(),
                intents.open(intent)
                        .flatMap(stored -> stored.requestHash().equals(intent.requestHash())
                                ? carryOut(stored)
                                : Mono.error(ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT))));
    }

    private Mono<Recorded> carryOut(Intent intent) {
        return LostRaces.retry(turns.inTurn(intent.person(), Mono.defer(() -> attempt(intent))))
                .flatMap(attempted -> attempted.isStopped()
                        ? intents.stopped(intent).thenReturn(attempted.recorded())
                        : concluded(intent, attempted.recorded()));
    }

    private Mono<Recorded> concluded(Intent intent, Recorded recorded) {
        return consequence
                .apply(recorded.entry())
                .then(intents.fulfilled(intent, recorded.entry()))
                .thenReturn(recorded)
                .doOnNext(_ -> relay.run());
    }

    private Mono<Attempted> attempt(Intent intent) {
        return Mono.zip(target(intent), chain.head(intent.person())).flatMap(found -> {
            Head head = found.getT2();
            return intent.isStoppedBy(head)
                    ? beforeTheClosing(intent, head)
                    : inTheWay(intent, head)
                            .map(present -> new Recorded(present, true))
                            .switchIfEmpty(Mono.defer(() -> append(intent, head, found.getT1())))
                            .map(recorded -> new Attempted(recorded, false));
        });
    }

    /** The entry where it was written before the chain was closed, else the last of the chain. */
    private Mono<Attempted> beforeTheClosing(Intent intent, Head head) {
        return chain.byKey(intent.person(), intent.entryKey())
                .map(present -> new Attempted(new Recorded(present, true), false))
                .switchIfEmpty(Mono.defer(() -> chain.byId(new EntryId(head.person(), head.seq())))
                        .map(last -> new Attempted(new Recorded(last, true), true)));
    }

    /** The entry that already has the place which a core system gave its payment. */
    private Mono<Entry> inTheWay(Intent intent, Head head) {
        if (!(intent.content() instanceof Content.ExternalContent external)
                || head.counters().value(Counter.EXTERNALS.word())
                        < external.payment().sequence()) {
            return Mono.empty();
        }
        return chain.byKey(intent.person(), intent.entryKey())
                .switchIfEmpty(Mono.defer(() -> chain.bySlot(
                        intent.person(), Slot.ofExternal(external.payment().sequence()))));
    }

    private Mono<Recorded> append(Intent intent, Head head, Optional<Settlement> target) {
        if (!intent.isPossibleOn(head)) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return entry(intent, head, target).flatMap(chain::append).flatMap(outcome -> switch (outcome) {
            case Appended(Entry entry) -> Mono.just(new Recorded(entry, false));
            case KeyTaken(Entry present) -> present(intent, present);
            // The slot of such an entry says no more than that its place is gone: the head tells the rest.
            case SlotTaken _, SeqTaken _ -> LostRaces.lost();
        });
    }

    private Mono<Entry> entry(Intent intent, Head head, Optional<Settlement> target) {
        return intent.content() instanceof Content.AdjustmentContent
                ? splitRest.on(head, intent, target.orElseThrow()).cast(Entry.class)
                : Mono.fromSupplier(() -> intent.entryOn(head, clock.instant(), target.orElse(null)));
    }

    private Mono<Optional<Settlement>> target(Intent intent) {
        Mono<Entry> named = switch (intent.content()) {
            case Content.OpeningContent _,
                    Content.CreditContent _,
                    Content.ExternalContent _,
                    Content.ClosingContent _ -> Mono.empty();
            case Content.CancellationContent cancellation -> chain.byId(cancellation.original());
            case Content.AdjustmentContent adjustment -> chain.byId(adjustment.original());
            case Content.ReversalContent reversal -> chain.byKey(intent.person(), reversal.reversed());
        };
        return named.ofType(Settlement.class).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private static Mono<Recorded> present(Intent intent, Entry present) {
        if (intent.isFulfilledBy(present)) {
            return Mono.just(new Recorded(present, true));
        }
        // A reversal that was about to void the key finds that its settlement came after all: that is undone instead.
        return present instanceof Settlement
                ? LostRaces.lost()
                : Mono.error(ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT));
    }

    /** One turn of carrying out what stopped processes left behind. */
    public Mono<Void> sweep() {
        return intents.openSince(clock.instant().minus(AGE_MIN), BATCH)
                .collectList()
                .doOnNext(
                        left -> unresolved.accept(left.stream().map(Intent::at).toList()))
                .flatMapIterable(left -> left)
                .flatMapDelayError(intent -> turns.admittedAtLast(intent.person(), carryOut(intent)), 4, 1)
                .then();
    }
}
