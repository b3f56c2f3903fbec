package io.crosscare.correction.desk;

import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CommonCauses;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import io.crosscare.correction.desk.model.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/**
 * Opens a case from a refusal, or counts it in the one that is there. First the case is stored, then the settlements already
 * heard of are brought to it; who hears of a settlement does the same in the other order, so neither misses the other.
 */
public final class RecordRefusal {

    /** How many common cases are remembered as stored; a forgotten one costs an insert that fails. */
    private static final int KNOWN_MAX = 1_000;

    private final ScopeEntries entries;
    private final ChangeCase changeCase;
    private final CommonCauses commonCauses;
    private final CaseMeters meters;
    private final Runnable askNeighbours;
    private final Clock clock;
    private final Set<CaseId> known = ConcurrentHashMap.newKeySet();

    /**
     * Records refusals.
     *
     * @param askNeighbours told when there is something to ask
     */
    public RecordRefusal(
            ScopeEntries entries,
            ChangeCase changeCase,
            CommonCauses commonCauses,
            CaseMeters meters,
            Runnable askNeighbours,
            Clock clock) {
        this.entries = entries;
        this.changeCase = changeCase;
        this.commonCauses = commonCauses;
        this.meters = meters;
        this.askNeighbours = askNeighbours;
        this.clock = clock;
    }

    /** Completes when the refusal is counted and the case stands as it should. Recording it again changes nothing. */
    public Mono<Void> record(Refusal refusal) {
        CaseId id = refusal.subject().caseId();
        Optional<CaseId> group = commonCauses.caseOf(refusal);
        return Mono.justOrEmpty(group)
                .flatMap(common -> open(common, refusal))
                .then(Mono.defer(() -> count(id, refusal, group)))
                .doOnNext(isNews -> meters.refused(refusal.subject().reason(), isNews))
                .then(Mono.defer(() -> bringEntries(id, refusal)));
    }

    /** The common case before its patients, unless it is there. What its patients come to is counted apart. */
    private Mono<Void> open(CaseId common, Refusal refusal) {
        if (known.contains(common)) {
            return Mono.empty();
        }
        return changeCase
                .add(CorrectionCase.common(refusal, common, now()))
                .doOnNext(_ -> {
                    if (known.size() >= KNOWN_MAX) {
                        known.clear();
                    }
                    known.add(common);
                })
                .then();
    }

    /** Answers whether it is news. */
    private Mono<Boolean> count(CaseId id, Refusal refusal, Optional<CaseId> group) {
        return again(id, refusal)
                .switchIfEmpty(Mono.defer(() -> changeCase.add(opened(refusal, group)))
                        .filter(isAdded -> isAdded)
                        .doOnNext(_ -> askNeighbours.run()))
                // Another instance has opened it just now.
                .switchIfEmpty(Mono.defer(() -> again(id, refusal)));
    }

    private CorrectionCase opened(Refusal refusal, Optional<CaseId> group) {
        return group.map(common -> CorrectionCase.joined(refusal, common, now()))
                .orElseGet(() -> CorrectionCase.opened(refusal, now()));
    }

    /** Empty when there is no case yet. */
    private Mono<Boolean> again(CaseId id, Refusal refusal) {
        return changeCase
                .change(id, present -> present.refused(refusal, now()))
                .map(changed -> changed.after().file().refusals().count()
                        > changed.before().file().refusals().count());
    }

    /** Most refusals are heard of before any settlement of their scope, and then there is nothing to bring. */
    private Mono<Void> bringEntries(CaseId id, Refusal refusal) {
        return entries.of(refusal.subject().scope())
                .collectList()
                .filter(heard -> !heard.isEmpty())
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
