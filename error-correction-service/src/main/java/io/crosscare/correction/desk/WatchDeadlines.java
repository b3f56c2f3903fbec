package io.crosscare.correction.desk;

import io.crosscare.correction.desk.model.CorrectionCase;
import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Tells the cases what time it is: reminders before a deadline, and the next office after it. Goes on in batches until every
 * case knows, also after a downtime; a case that was forgotten then takes one step and no more.
 */
public final class WatchDeadlines {

    private static final int BATCH = 100;
    private static final int AT_ONCE_MAX = 4;

    private final CorrectionCases cases;
    private final ChangeCase changeCase;
    private final KnownOffices knownOffices;
    private final Clock clock;

    public WatchDeadlines(CorrectionCases cases, ChangeCase changeCase, KnownOffices knownOffices, Clock clock) {
        this.cases = cases;
        this.changeCase = changeCase;
        this.knownOffices = knownOffices;
        this.clock = clock;
    }

    /** One turn. */
    public Mono<Void> watch() {
        Instant now = clock.instant();
        return batch(now).repeat().takeUntil(told -> told < BATCH).then();
    }

    /** How many have heard something by this batch; none, should nothing come of it, so that a turn ends. */
    private Mono<Long> batch(Instant now) {
        return cases.due(now, BATCH)
                .flatMap(one -> tell(one, now), AT_ONCE_MAX)
                .filter(changed -> !changed.before().equals(changed.after()))
                .count();
    }

    private Mono<ChangeCase.Changed> tell(CorrectionCase one, Instant now) {
        return knownOffices.of(one).flatMap(known -> changeCase.change(one.id(), present -> present.timed(known, now)));
    }
}
