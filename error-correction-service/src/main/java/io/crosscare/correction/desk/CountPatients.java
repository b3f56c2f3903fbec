package io.crosscare.correction.desk;

import java.time.Clock;
import reactor.core.publisher.Mono;

/**
 * Counts the patients of common cases anew, so that each stands as its patients do: open while one waits, over when all can be
 * settled, closed by the settlement of the last. Counting again changes nothing; a refusal costs the common case nothing.
 */
public final class CountPatients {

    private static final int OUTAGES_MAX = 1_000;

    private final CorrectionCases cases;
    private final ChangeCase changeCase;
    private final Clock clock;

    public CountPatients(CorrectionCases cases, ChangeCase changeCase, Clock clock) {
        this.cases = cases;
        this.changeCase = changeCase;
        this.clock = clock;
    }

    /** One turn over all common cases that patients wait in, and those that had been closed and have some again. */
    public Mono<Void> count() {
        return cases.outages(OUTAGES_MAX)
                .concatMap(counted -> changeCase.change(
                        counted.outage().id(),
                        present -> present.counted(counted.outage(), counted.last(), clock.instant())))
                .then();
    }
}
