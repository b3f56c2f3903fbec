package io.crosscare.correction.desk;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.Filed;
import java.time.Clock;
import reactor.core.publisher.Mono;

/**
 * Brings a filing to the cases it concerns. A case that opens later asks filing-service itself, so filings are not kept here.
 */
public final class RecordFiling {

    private final CorrectionCases cases;
    private final ChangeCase changeCase;
    private final Clock clock;

    public RecordFiling(CorrectionCases cases, ChangeCase changeCase, Clock clock) {
        this.cases = cases;
        this.changeCase = changeCase;
        this.clock = clock;
    }

    /** Completes when every case the filing concerns knows it. Recording it again changes nothing. */
    public Mono<Void> record(PersonId person, Filed filing) {
        return cases.of(person)
                .filter(one -> one.isConcernedBy(filing))
                .map(CorrectionCase::id)
                .concatMap(id -> changeCase.change(id, present -> present.learned(filing, clock.instant())))
                .then();
    }
}
