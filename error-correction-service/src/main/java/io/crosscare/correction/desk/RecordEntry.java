package io.crosscare.correction.desk;

import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.Clock;
import reactor.core.publisher.Mono;

/**
 * Brings a settlement, or its undo, to all cases of its scope. It is kept first, for refusals that are heard of later.
 */
public final class RecordEntry {

    private final CorrectionCases cases;
    private final ScopeEntries entries;
    private final ChangeCase changeCase;
    private final Clock clock;

    public RecordEntry(CorrectionCases cases, ScopeEntries entries, ChangeCase changeCase, Clock clock) {
        this.cases = cases;
        this.entries = entries;
        this.changeCase = changeCase;
        this.clock = clock;
    }

    /** Completes when every case of the scope knows the entry. Recording it again changes nothing. */
    public Mono<Void> record(VisitScope scope, ScopeEntry entry) {
        return entries.keep(scope, entry)
                .thenMany(cases.of(scope))
                .map(CorrectionCase::id)
                .concatMap(id -> changeCase.change(id, present -> present.entered(entry, clock.instant())))
                .then();
    }
}
