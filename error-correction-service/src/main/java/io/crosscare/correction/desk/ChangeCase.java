package io.crosscare.correction.desk;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.correction.deadline.model.Terms;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.RuleBase;
import java.time.Duration;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Changes a case as it is stored now: reads it, lets it change, writes it unless another was faster, and then begins again. Has
 * every step it took counted and published.
 */
public final class ChangeCase {

    private static final int ATTEMPTS_MAX = 10;
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final CorrectionCases cases;
    private final CaseMeters meters;
    private final RuleBase rules;
    private final Terms terms;
    private final Runnable relay;

    /**
     * Changes cases.
     *
     * @param rules by which every case is diagnosed anew whenever it is written
     * @param terms by which a case that comes to an office gets its deadlines
     * @param relay told when there is something to publish
     */
    public ChangeCase(CorrectionCases cases, CaseMeters meters, RuleBase rules, Terms terms, Runnable relay) {
        this.cases = cases;
        this.meters = meters;
        this.rules = rules;
        this.terms = terms;
        this.relay = relay;
    }

    /** A case as it was read and as it is stored now; the same where there was nothing to change. */
    record Changed(CorrectionCase before, CorrectionCase after) {}

    /** Empty when there is no such case. What the change leaves as it is, is not written. */
    Mono<Changed> change(CaseId id, UnaryOperator<CorrectionCase> change) {
        return Mono.defer(() -> cases.find(id))
                .flatMap(present -> write(present, change.apply(present).dated(terms)))
                .retryWhen(Retry.backoff(ATTEMPTS_MAX - 1, PAUSE)
                        .jitter(0.75)
                        .filter(Overtaken.class::isInstance)
                        .onRetryExhaustedThrow((_, _) -> ProblemException.busy(RETRY_AFTER)));
    }

    /** Adds a new case; false when there is one of that id. */
    Mono<Boolean> add(CorrectionCase opened) {
        CorrectionCase completed = completed(opened);
        return cases.add(completed).doOnNext(isAdded -> {
            if (isAdded) {
                report(completed, 0);
            }
        });
    }

    /** With its cause named and its deadlines set. */
    private CorrectionCase completed(CorrectionCase one) {
        return one.diagnosed(rules.diagnose(one).cause()).dated(terms);
    }

    private Mono<Changed> write(CorrectionCase present, CorrectionCase changed) {
        if (changed.equals(present)) {
            return Mono.just(new Changed(present, present));
        }
        CorrectionCase completed = completed(changed);
        return cases.replace(completed)
                .flatMap(isReplaced ->
                        isReplaced ? Mono.just(new Changed(present, completed)) : Mono.error(new Overtaken()))
                .doOnNext(_ -> report(completed, present.file().seq()));
    }

    private void report(CorrectionCase changed, long seqBefore) {
        if (changed.file().seq() == seqBefore) {
            return;
        }
        changed.file().changes().stream()
                .filter(step -> step.seq() > seqBefore)
                .forEach(step -> meters.changed(changed.file().subject().reason(), step));
        relay.run();
    }

    private static final class Overtaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("the case has changed meanwhile", null, false, false);
        }
    }
}
