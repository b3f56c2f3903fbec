package io.crosscare.settlement.direct;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Visit;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Opens a scope of a visit again when its settlement has been undone, so that it can be settled anew. */
public final class ReopenUndone {

    /** How often a visit may change under it before it is left to the next turn of the sweeper. */
    private static final int MOVES_MAX = 8;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Visits visits;

    public ReopenUndone(Visits visits) {
        this.visits = visits;
    }

    /** Does what the entry means for its visit; of entries other than undos, nothing. */
    public Mono<Void> after(Entry entry) {
        return entry instanceof Undo undo ? reopen(undo, MOVES_MAX) : Mono.empty();
    }

    private Mono<Void> reopen(Undo undo, int moves) {
        if (moves == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return visits.find(undo.care().visit()).flatMap(visit -> move(visit, undo, moves));
    }

    private Mono<Void> move(Visit visit, Undo undo, int moves) {
        if (visit instanceof Visit.Settling settling
                && Key.undoOf(settling.marker().key()).equals(undo.key())) {
            // Settled and undone before the visit had moved on: it first does, so that the settlement's event is sent.
            return visits.replace(settling.settled(undo.original())).then(Mono.defer(() -> reopen(undo, moves - 1)));
        }
        boolean isOpenAgain = visit.fees()
                .settlementOf(undo.care().scope())
                .filter(undo.original()::equals)
                .isEmpty();
        if (isOpenAgain) {
            return Mono.empty();
        }
        return visits.replace(visit.unsettled(undo.original()))
                .flatMap(isReplaced -> isReplaced ? Mono.empty() : reopen(undo, moves - 1));
    }
}
