package io.crosscare.settlement.interruption.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.visit.model.Marker;
import io.crosscare.settlement.visit.model.Registration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That a fault stopped a settlement or a preview of a scope.
 *
 * @param until last day of a settlement on the way; null where it was none
 * @param peer the neighbour that was silent; null for every other cause
 * @param keyHash hash of the key the settlement came under; null for a preview
 * @param traceparent trace context of the request; null outside a trace
 * @param at when it was stopped; of an unknown outcome, when the settlement was begun
 */
public record Interruption(
        PersonId person,
        VisitId visit,
        Scope scope,
        @Nullable LocalDate until,
        InstitutionCode institution,
        RegionCode insuredRegion,
        RegionCode careRegion,
        ServiceType serviceType,
        LocalDate serviceDate,
        InterruptionCause cause,
        @Nullable String peer,
        @Nullable ContentHash keyHash,
        @Nullable String traceparent,
        Instant at) {

    /** So long whoever presses again while the neighbour is silent is not told of anew. */
    public static final Duration TOLD_FOR = Duration.ofMinutes(5);

    public Interruption {
        if ((cause == InterruptionCause.NEIGHBOUR_DOWN) != (peer != null)) {
            throw new IllegalArgumentException("a silent neighbour has a name, and nothing else has");
        }
    }

    /** A neighbour had to be asked and gave no answer. */
    public static Interruption neighbourDown(
            Registration visit,
            Scope scope,
            @Nullable LocalDate until,
            String peer,
            @Nullable ContentHash keyHash,
            @Nullable String traceparent,
            Instant at) {
        return of(visit, scope, until, InterruptionCause.NEIGHBOUR_DOWN, peer, keyHash, traceparent, at);
    }

    /** A settlement was left in flight. */
    public static Interruption outcomeUnknown(Registration visit, Marker marker, @Nullable LocalDate until) {
        return of(
                visit,
                marker.scope(),
                until,
                InterruptionCause.OUTCOME_UNKNOWN,
                null,
                marker.key().hash(),
                marker.traceparent(),
                marker.since());
    }

    private static Interruption of(
            Registration visit,
            Scope scope,
            @Nullable LocalDate until,
            InterruptionCause cause,
            @Nullable String peer,
            @Nullable ContentHash keyHash,
            @Nullable String traceparent,
            Instant at) {
        return new Interruption(
                visit.person(),
                visit.id(),
                scope,
                until,
                visit.institution(),
                visit.insuredRegion(),
                visit.careRegion(),
                visit.serviceType(),
                visit.startedOn(),
                cause,
                peer,
                keyHash,
                traceparent,
                at);
    }

    /** The same for all interruptions of one scope by one cause. */
    public String about() {
        return visit + "/" + scope.text() + "/" + cause + "/" + Objects.toString(peer, "");
    }

    /** One sentence for the cashier's screen. */
    public Wording message() {
        return cause.message(Objects.toString(peer, ""));
    }

    /** Whether an earlier one of the same scope and cause, recorded then, has told all there is to tell. */
    public boolean isToldBy(Instant earlier) {
        return switch (cause) {
            case NEIGHBOUR_DOWN -> at.isBefore(earlier.plus(TOLD_FOR));
            case OUTCOME_UNKNOWN -> !at.isAfter(earlier);
        };
    }
}
