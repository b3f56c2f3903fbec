package io.crosscare.correction.desk;

import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import io.crosscare.correction.desk.model.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Opens a case from a refusal, or counts it in the one that is there. First the case is stored, then the settlements already
 * heard of are brought to it; who hears of a settlement does the same in the other order, so neither misses the other.
 */
public final class RecordRefusal {

    private final ScopeEntries entries;
    private final ChangeCase changeCase;
    private final CaseMeters meters;
    private final Runnable askNeighbours;
    private final Clock clock;

    /**
     * Records refusals.
     *
     * @param askNeighbours told when there is something to ask
     */
    public RecordRefusal(
            ScopeEntries entries, ChangeCase changeCase, CaseMeters meters, Runnable askNeighbours, Clock clock) {
        this.entries = entries;
        this.changeCase = changeCase;
        this.meters = meters;
        this.askNeighbours = askNeighbours;
        this.clock = clock;
    }

    /** Completes when the refusal is counted and the case stands as it should. Recording it again changes nothing. */
    public Mono<Void> record(Refusal refusal) {
        CaseId id = refusal.subject().caseId();
        return count(id, refusal)
                .doOnNext(isNews -> meters.refused(refusal.subject().reason(), isNews))
                .then(Mono.defer(() -> bringEntries(id, refusal)));
    }

    /** Answers whether it is news. */
    private Mono<Boolean> count(CaseId id, Refusal refusal) {
        return again(id, refusal)
                .switchIfEmpty(Mono.defer(() -> changeCase.add(CorrectionCase.opened(refusal, now())))
                        .filter(isAdded -> isAdded))
                // Another instance has opened it just now.
                .switchIfEmpty(Mono.defer(() -> again(id, refusal)));
    }

    /** Empty when there is no case yet. */
    private Mono<Boolean> again(CaseId id, Refusal refusal) {
        return changeCase
                .change(id, present -> present.refused(refusal, now()))
                .map(changed -> changed.after().file().refusals().count()
                        > changed.before().file().refusals().count());
    }

    private Mono<Void> bringEntries(CaseId id, Refusal refusal) {
        return entries.of(refusal.subject().scope())
                .collectList()
                .flatMap(heard -> changeCase.change(id, present -> withAll(present, heard)))
                .doOnNext(changed -> {
                    if (!changed.after().file().awaited().isEmpty()) {
                        askNeighbours.run();
                    }
                })
                .then();
    }

    private CorrectionCase withAll(CorrectionCase present, List<ScopeEntry> heard) {
        CorrectionCase changed = present;
        for (ScopeEntry entry : heard) {
            changed = changed.entered(entry, now());
        }
        return changed;
    }

    private Instant now() {
        return clock.instant();
    }
}
