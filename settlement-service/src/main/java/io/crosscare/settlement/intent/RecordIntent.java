package io.crosscare.settlement.account;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.settlement.account.model.Intent;
import io.crosscare.settlement.chain.AppendOutcome.Appended;
import io.crosscare.settlement.chain.AppendOutcome.KeyTaken;
import io.crosscare.settlement.chain.AppendOutcome.SeqTaken;
import io.crosscare.settlement.chain.AppendOutcome.SlotTaken;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.LostRaces;
import io.crosscare.settlement.chain.PersonTurns;
import io.crosscare.settlement.chain.model.Entry;
import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Writes an opening or a credit into a person's chain, once per key: intent first, then the entry, then its event. An intent
 * that a stopped process left behind is carried out by {@link #sweep()}.
 */
public final class RecordIntent {

    /** A younger intent is still in the hands of whoever opened it. */
    public static final Duration AGE_MIN = Duration.ofSeconds(10);

    private static final int BATCH = 100;

    private final Intents intents;
    private final Chain chain;
    private final PersonTurns turns;
    private final Runnable relay;
    private final Clock clock;

    /**
     * Records.
     *
     * @param relay told when there is something to publish
     */
    public RecordIntent(Intents intents, Chain chain, PersonTurns turns, Runnable relay, Clock clock) {
        this.intents = intents;
        this.chain = chain;
        this.turns = turns;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * A written entry.
     *
     * @param isReplay whether the same request had written it before
     */
    public record Recorded(Entry entry, boolean isReplay) {}

    /** The entry, durable when it is told; a fault leaves the outcome unknown, and the same request finds out. */
    public Mono<Recorded> record(Intent intent) {
        return turns.inTurn(
                intent.person(),
                chain.byKey(intent.person(), intent.key())
                        .map(present -> replay(intent, present))
                        .switchIfEmpty(Mono.defer(() -> recordAnew(intent))));
    }

    private Mono<Recorded> recordAnew(Intent intent) {
        return intents.open(intent)
                .flatMap(stored -> stored.requestHash().equals(intent.requestHash())
                        ? carryOut(stored)
                        : Mono.error(ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT)));
    }

    private Mono<Recorded> carryOut(Intent intent) {
        return LostRaces.retry(Mono.defer(() -> attempt(intent)))
                .flatMap(recorded -> intents.recorded(recorded.entry()).thenReturn(recorded))
                .doOnNext(_ -> relay.run());
    }

    private Mono<Recorded> attempt(Intent intent) {
        return chain.head(intent.person())
                .flatMap(head -> chain.append(intent.entryOn(head, clock.instant())))
                .flatMap(outcome -> switch (outcome) {
                    case Appended(Entry entry) -> Mono.just(new Recorded(entry, false));
                    case KeyTaken(Entry present) -> Mono.just(replay(intent, present));
                    // The slot of such an entry is its own place, so neither says more than that the place is gone.
                    case SlotTaken _, SeqTaken _ -> LostRaces.lost();
                });
    }

    private static Recorded replay(Intent intent, Entry present) {
        if (present.requestHash().equals(intent.requestHash())) {
            return new Recorded(present, true);
        }
        throw ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT);
    }

    /** One turn of carrying out what stopped processes left behind. */
    public Mono<Void> sweep() {
        return intents.openSince(clock.instant().minus(AGE_MIN), BATCH)
                .flatMapDelayError(intent -> turns.inTurn(intent.person(), carryOut(intent)), 4, 1)
                .then();
    }
}
