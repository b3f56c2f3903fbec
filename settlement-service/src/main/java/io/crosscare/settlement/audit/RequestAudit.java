package io.crosscare.settlement.audit;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.settlement.audit.model.Audit;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Begins an audit, once per request and one at a time; {@link RunAudits} then runs it. */
public final class RequestAudit {

    /** Two requests at once meet at one number; then it is decided anew. */
    private static final int ATTEMPTS_MAX = 4;

    private final Audits audits;
    private final RunAudits runAudits;
    private final Runnable wake;
    private final RandomIds ids;
    private final Clock clock;

    /**
     * Begins audits.
     *
     * @param wake has the next turn of {@code runAudits} begin at once
     */
    public RequestAudit(Audits audits, RunAudits runAudits, Runnable wake, RandomIds ids, Clock clock) {
        this.audits = audits;
        this.runAudits = runAudits;
        this.wake = wake;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a request. */
    public sealed interface Requested {

        record Begun(Audit audit) implements Requested {}

        /** The same request came before. */
        record Replayed(Audit audit) implements Requested {}

        /** Another audit runs; this one was not begun. */
        record Busy(Audit running) implements Requested {}
    }

    /**
     * Begins it.
     *
     * @param requestKey who asks and under which key
     */
    public Mono<Requested> request(String requestKey) {
        return request(requestKey, ATTEMPTS_MAX);
    }

    private Mono<Requested> request(String requestKey, int attempts) {
        return audits.byRequest(requestKey)
                .<Requested>map(Requested.Replayed::new)
                .switchIfEmpty(Mono.defer(() -> runAudits
                        .giveUpSilent()
                        .thenMany(audits.running())
                        .next()
                        .map(Requested.Busy::new)))
                .switchIfEmpty(Mono.defer(() -> begin(requestKey, attempts)));
    }

    private Mono<Requested> begin(String requestKey, int attempts) {
        return audits.last()
                .map(Audit::number)
                .defaultIfEmpty(0L)
                .map(last -> Audit.begun(ids.next('a'), last + 1, requestKey, runAudits.instance(), clock.instant()))
                .flatMap(audit -> audits.begin(audit).flatMap(isBegun -> {
                    if (isBegun) {
                        runAudits.take(audit);
                        wake.run();
                        return Mono.just(new Requested.Begun(audit));
                    }
                    return attempts > 1
                            ? request(requestKey, attempts - 1)
                            : Mono.error(new IllegalStateException("no audit could be begun"));
                }));
    }
}
