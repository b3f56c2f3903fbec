package io.crosscare.settlement.audit;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.settlement.audit.model.Audit;
import io.crosscare.settlement.audit.model.Audit.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs the audits of this process, one after the other, and says every few seconds that it still does. An audit whose process
 * has gone silent is given up by whoever notices: its result will never come.
 */
public final class RunAudits {

    private static final Logger LOG = LoggerFactory.getLogger(RunAudits.class);

    /** How often a running audit is written. */
    private static final Duration SEEN_EVERY = Duration.ofSeconds(2);

    /** After this long without a word its process is taken to have stopped. */
    public static final Duration SILENT_MAX = Duration.ofSeconds(20);

    private final Audits audits;
    private final Auditor auditor;
    private final AuditMeters meters;
    private final Clock clock;
    private final String instance;
    private final AtomicReference<@Nullable Audit> next = new AtomicReference<>();

    public RunAudits(Audits audits, Auditor auditor, AuditMeters meters, RandomIds ids, Clock clock) {
        this.audits = audits;
        this.auditor = auditor;
        this.meters = meters;
        this.clock = clock;
        this.instance = ids.next('i');
    }

    /** The name of this process among those that may run audits. */
    String instance() {
        return instance;
    }

    /** Runs it in the next turn. */
    void take(Audit audit) {
        next.set(audit);
    }

    /** One turn: gives up what is silent, runs what was taken, and reads the last result, whoever found it. */
    public Mono<Void> turn() {
        return giveUpSilent()
                .then(Mono.defer(() -> Mono.justOrEmpty(next.getAndSet(null))))
                .flatMap(this::run)
                .then(Mono.defer(audits::lastFinished))
                .doOnNext(meters::last)
                .then();
    }

    /** Ends what no process runs any more, so that nobody waits for it. */
    public Mono<Void> giveUpSilent() {
        return audits.running()
                .filter(audit -> audit.isSilentSince(clock.instant().minus(SILENT_MAX)))
                .map(audit -> audit.failed(now(), Failure.INTERRUPTED))
                .concatMap(interrupted -> audits.replaceRunning(interrupted)
                        .filter(isGivenUp -> isGivenUp)
                        .doOnNext(_ -> report(interrupted)))
                .then();
    }

    private Mono<Void> run(Audit audit) {
        AuditRun run = new AuditRun(clock.instant());
        Mono<Audit> work = auditor.audit(run)
                .then(Mono.fromSupplier(() -> audit.ended(now(), run.progress(), run.results())))
                .onErrorResume(error -> {
                    LOG.error("audit {} failed", audit.id(), error);
                    return Mono.just(audit.seen(now(), run.progress()).failed(now(), Failure.ERROR));
                });
        return Mono.firstWithSignal(work, saying(audit, run))
                .flatMap(ended -> audits.replaceRunning(ended).doOnNext(_ -> report(ended)))
                .then();
    }

    /** Never gives anything; fails when the audit was given up, for then nobody waits for its result. */
    private Mono<Audit> saying(Audit audit, AuditRun run) {
        return Flux.interval(SEEN_EVERY)
                .onBackpressureDrop()
                .concatMap(_ -> audits.replaceRunning(audit.seen(now(), run.progress())), 1)
                .doOnNext(isMine -> {
                    if (!isMine) {
                        throw new IllegalStateException("audit " + audit.id() + " was given up by another process");
                    }
                })
                .then(Mono.never());
    }

    private void report(Audit ended) {
        meters.ended(ended);
        LOG.info("audit {} ended: {}", ended.id(), ended.state());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
