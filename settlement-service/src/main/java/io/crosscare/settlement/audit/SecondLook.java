package io.crosscare.settlement.audit;

import io.crosscare.settlement.audit.AuditRun.ExpectedHead;
import io.crosscare.settlement.audit.AuditRun.Suspicion;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks again at what looked wrong across records: work under way and events that are still travelling are no violations. Waits
 * for them, in all no longer than the patience of one audit, and always at least once; what is still so then is a violation.
 */
final class SecondLook {

    private final ProjectionsEqualTheirOwners projections;
    private final Duration pause;
    private final int roundsMax;

    /**
     * Looks again.
     *
     * @param pause before each look
     * @param patience for all pauses of a run together
     */
    SecondLook(ProjectionsEqualTheirOwners projections, Duration pause, Duration patience) {
        this.projections = projections;
        this.pause = pause;
        this.roundsMax = Math.toIntExact(Math.max(1, patience.dividedBy(pause)));
    }

    /** Now, where there is more to look at again than should be kept; else later. */
    Mono<Void> lookIfMany(AuditRun run) {
        return Mono.defer(() -> run.hasManySuspicions() ? look(run) : Mono.empty());
    }

    Mono<Void> look(AuditRun run) {
        return Mono.defer(() -> look(run, new Left(run.takeSuspicions(), run.takeExpectedHeads())));
    }

    private Mono<Void> look(AuditRun run, Left left) {
        if (left.isNothing()) {
            return Mono.empty();
        }
        return Mono.delay(pause)
                .then(Mono.defer(() ->
                        Mono.zip(persisting(left.suspicions()), projections.behind(left.heads(), run), Left::new)))
                .flatMap(still -> {
                    if (run.countRound() < roundsMax) {
                        return look(run, still);
                    }
                    still.suspicions().forEach(suspicion -> run.violated(suspicion.violation()));
                    still.heads().forEach(head -> run.violated(ProjectionsEqualTheirOwners.undelivered(head)));
                    return Mono.empty();
                });
    }

    private static Mono<List<Suspicion>> persisting(List<Suspicion> suspicions) {
        return Flux.fromIterable(suspicions)
                .filterWhen(suspicion -> suspicion.persists().get())
                .collectList();
    }

    private record Left(List<Suspicion> suspicions, List<ExpectedHead> heads) {

        boolean isNothing() {
            return suspicions.isEmpty() && heads.isEmpty();
        }
    }
}
