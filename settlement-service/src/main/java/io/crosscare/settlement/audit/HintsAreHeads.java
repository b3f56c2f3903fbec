package io.crosscare.settlement.audit;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.Violation;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.StoredHint;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** I11 of noted heads: each has the counters and the hash that the chain has at its place. */
final class HintsAreHeads {

    private static final int HINTS_AT_ONCE = 64;

    private final StoredEntries entries;
    private final AnsweredEntriesAreStored answered;

    HintsAreHeads(StoredEntries entries, AnsweredEntriesAreStored answered) {
        this.entries = entries;
        this.answered = answered;
    }

    Mono<Void> check(AuditRun run) {
        return entries.hints()
                .buffer(HINTS_AT_ONCE)
                .concatMap(hints -> entries.byIds(
                                hints.stream().map(HintsAreHeads::placeOf).toList())
                        .collectMap(StoredEntry::id, Function.identity())
                        .flatMap(found -> judge(hints, found, run)))
                .then();
    }

    private Mono<Void> judge(List<StoredHint> hints, Map<String, StoredEntry> found, AuditRun run) {
        return Flux.fromIterable(hints)
                .concatMap(hint -> judge(hint, found.get(placeOf(hint)), run))
                .then();
    }

    private Mono<Void> judge(StoredHint hint, @Nullable StoredEntry stored, AuditRun run) {
        run.checked(Invariant.I11, 1);
        if (stored != null) {
            boolean isSame = !stored.isSound()
                    || (stored.hash().equals(hint.hash()) && stored.after().equals(hint.counters()));
            if (!isSame) {
                run.violated(Violation.of(
                        Invariant.I11,
                        stored.id(),
                        "链首记录与此处的散列或累计数不符",
                        "the head noted for this place has another hash or other counters"));
            }
            return Mono.empty();
        }
        return answered.isLost(placeOf(hint))
                .filter(isLost -> isLost)
                .doOnNext(_ -> run.violated(Violation.of(
                        Invariant.I1, placeOf(hint), "曾是链首，但不在链上", "was the head of its chain once and is not in it")))
                .then();
    }

    /** The place a hint speaks of; what cannot be one is told as it stands. */
    private static String placeOf(StoredHint hint) {
        try {
            return new EntryId(new PersonId(hint.person()), hint.seq()).value();
        } catch (IllegalArgumentException _) {
            return hint.person() + ":" + hint.seq();
        }
    }
}
