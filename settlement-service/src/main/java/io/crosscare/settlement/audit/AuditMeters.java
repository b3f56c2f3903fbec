package io.crosscare.settlement.audit;

import io.crosscare.settlement.audit.model.Audit;
import io.crosscare.settlement.audit.model.Audit.Failed;
import io.crosscare.settlement.audit.model.Audit.Finished;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.InvariantResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What operations see of audits: violations by invariant, when the last one ended and how long it took. Not a number until an
 * audit has ended with a result; every instance tells the same, from the store.
 */
public final class AuditMeters {

    private final MeterRegistry meters;
    private final AtomicReference<@Nullable Audit> last = new AtomicReference<>();

    public AuditMeters(MeterRegistry meters) {
        this.meters = meters;
        for (Audit.Failure failure : Audit.Failure.values()) {
            failures(failure);
        }
        for (Invariant invariant : Invariant.values()) {
            Gauge.builder("crosscare.audit.violations", last, _ -> ofLast(finished -> violations(finished, invariant)))
                    .tag("invariant", invariant.name())
                    .register(meters);
        }
        Gauge.builder(
                        "crosscare.audit.last.run",
                        last,
                        _ -> ofLast(finished -> finished.at().getEpochSecond()))
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("crosscare.audit.last.duration", last, _ -> ofLast(this::seconds))
                .baseUnit("seconds")
                .register(meters);
    }

    void last(Audit audit) {
        last.set(audit);
    }

    void ended(Audit audit) {
        if (audit.course() instanceof Failed failed) {
            failures(failed.failure()).increment();
        }
    }

    /** There from the start, so that the first failure is seen as a rise from zero. */
    private Counter failures(Audit.Failure failure) {
        return meters.counter("crosscare.audit.failures", "failure", failure.name());
    }

    private double ofLast(ToDoubleFunction<Finished> value) {
        Audit audit = last.get();
        return audit != null && audit.course() instanceof Finished finished
                ? value.applyAsDouble(finished)
                : Double.NaN;
    }

    private double seconds(Finished finished) {
        Audit audit = last.get();
        return audit == null
                ? Double.NaN
                : Duration.between(audit.startedAt(), finished.at()).toMillis() / 1000.0;
    }

    private static double violations(Finished finished, Invariant invariant) {
        return finished.results().stream()
                .filter(result -> result.invariant() == invariant)
                .mapToLong(InvariantResult::violated)
                .sum();
    }
}
