package io.crosscare.settlement.interruption;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.interruption.model.Interruption;
import io.crosscare.settlement.interruption.model.InterruptionCause;
import io.crosscare.settlement.visit.model.Marker;
import io.crosscare.settlement.visit.model.Registration;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Tells the correction desk of faults that stopped somebody at a window, once per scope and cause. What cannot be stored,
 * because the store is what is down, is counted and logged and cannot be told; the fault itself goes on as it was. A settlement
 * that was cut off by that has left its marker, and is told when the sweeper finds it.
 */
public final class TellInterruption {

    private static final Logger LOG = LoggerFactory.getLogger(TellInterruption.class);

    private final Interruptions interruptions;
    private final MeterRegistry meters;
    private final Runnable relay;
    private final Supplier<@Nullable String> traceparent;
    private final Clock clock;

    /**
     * Tells.
     *
     * @param relay told when there is something to publish
     * @param traceparent trace context of the present request, if there is one
     */
    public TellInterruption(
            Interruptions interruptions,
            MeterRegistry meters,
            Runnable relay,
            Supplier<@Nullable String> traceparent,
            Clock clock) {
        this.interruptions = interruptions;
        this.meters = meters;
        this.relay = relay;
        this.traceparent = traceparent;
        this.clock = clock;
        // There from the start, so that the first is seen as a rise from zero.
        Arrays.stream(InterruptionCause.values())
                .forEach(cause -> Arrays.stream(Telling.values()).forEach(telling -> counter(cause, telling)));
    }

    /** What became of telling it. */
    private enum Telling {
        TOLD,
        KNOWN,
        NOT_STORED
    }

    /**
     * The same work; that a silent neighbour stopped it is told before its fault goes on.
     *
     * @param scope of the visit that was asked for
     * @param until last day of a settlement on the way; null where it is none
     * @param key under which a settlement came; null for a preview
     */
    public <T> Mono<T> around(
            Mono<T> work, Registration visit, Supplier<Scope> scope, @Nullable LocalDate until, @Nullable Key key) {
        return work.onErrorResume(fault -> Mono.justOrEmpty(silentPeer(fault))
                .flatMap(peer -> tell(Interruption.neighbourDown(
                        visit,
                        scope.get(),
                        until,
                        peer,
                        key == null ? null : key.hash(),
                        traceparent.get(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS))))
                .then(Mono.error(fault)));
    }

    /** As {@link #around}, where a visit is to be registered. */
    public <T> Mono<T> aroundRegistration(Mono<T> work, Supplier<Registration> wanted) {
        return work.onErrorResume(fault -> Mono.justOrEmpty(silentPeer(fault))
                .flatMap(peer -> tell(Interruption.registrationStopped(
                        wanted.get(), peer, traceparent.get(), clock.instant().truncatedTo(ChronoUnit.MILLIS))))
                .then(Mono.error(fault)));
    }

    /**
     * A settlement was found in flight that nobody is working on any more.
     *
     * @param until last day of a settlement on the way; null where it is none
     */
    public Mono<Void> leftBehind(Registration visit, Marker marker, @Nullable LocalDate until) {
        return tell(Interruption.outcomeUnknown(visit, marker, until));
    }

    private static Optional<String> silentPeer(Throwable fault) {
        return fault instanceof ProblemException problem && problem.type() == ProblemType.PEER_UNAVAILABLE
                ? Optional.ofNullable(problem.extensions().get("peer")).map(Object::toString)
                : Optional.empty();
    }

    private Mono<Void> tell(Interruption interruption) {
        return interruptions
                .record(interruption)
                .doOnNext(isNews -> report(interruption, isNews))
                .onErrorResume(error -> {
                    LOG.warn(
                            "an interruption ({}) could not be stored: {}",
                            interruption.cause(),
                            error.getClass().getSimpleName());
                    counter(interruption.cause(), Telling.NOT_STORED).increment();
                    return Mono.empty();
                })
                .then();
    }

    private void report(Interruption interruption, boolean isNews) {
        counter(interruption.cause(), isNews ? Telling.TOLD : Telling.KNOWN).increment();
        if (isNews) {
            relay.run();
        }
    }

    private Counter counter(InterruptionCause cause, Telling telling) {
        return meters.counter("crosscare.interruptions", "cause", cause.name(), "outcome", telling.name());
    }
}
