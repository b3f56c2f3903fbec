package io.crosscare.settlement.interruption.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.visit.model.Marker;
import io.crosscare.settlement.visit.model.Registration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That a fault stopped a settlement or a preview of a scope, or the registration of a visit.
 *
 * @param visit of a registration that was stopped, a name of its own that no visit has
 * @param scope null where the visit could not even be registered
 * @param until last day of a settlement on the way; null where it was none
 * @param visitNumber the hospital's, of a visit that could not be registered; null for every other
 * @param peer the neighbour that was silent; null for every other cause
 * @param keyHash hash of the key the settlement came under; null for a preview
 * @param traceparent trace context of the request; null outside a trace
 * @param at when it was stopped; of an unknown outcome, when the settlement was begun
 */
public record Interruption(
        PersonId person,
        VisitId visit,
        @Nullable Scope scope,
        @Nullable LocalDate until,
        @Nullable String visitNumber,
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

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID_CHARACTERS = 26;

    /** So long whoever presses again while the neighbour is silent is not told of anew. */
    public static final Duration TOLD_FOR = Duration.ofMinutes(5);

    public Interruption {
        if ((cause == InterruptionCause.NEIGHBOUR_DOWN) != (peer != null)) {
            throw new IllegalArgumentException("a silent neighbour has a name, and nothing else has");
        }
        if ((scope == null) != (visitNumber != null)) {
            throw new IllegalArgumentException(
                    "a visit has a scope to settle, or only a number to be registered under");
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

    /**
     * A neighbour had to be asked before a visit could be registered, and gave no answer.
     *
     * @param wanted as it was to be registered, under any id
     */
    public static Interruption registrationStopped(
            Registration wanted, String peer, @Nullable String traceparent, Instant at) {
        return new Interruption(
                wanted.person(),
                nameOf(wanted),
                null,
                null,
                wanted.visitNumber(),
                wanted.institution(),
                wanted.insuredRegion(),
                wanted.careRegion(),
                wanted.serviceType(),
                wanted.startedOn(),
                InterruptionCause.NEIGHBOUR_DOWN,
                peer,
                null,
                traceparent,
                at);
    }

    /** The same however often a person's visit is to be registered under a number, and no visit's id: those are drawn. */
    public static VisitId nameOf(Registration wanted) {
        String hash = new CanonicalForm("registration")
                .text(wanted.institution().value())
                .text(wanted.person().value())
                .text(wanted.visitNumber())
                .hash()
                .value();
        byte[] bytes = HexFormat.of().parseHex(hash);
        StringBuilder id = new StringBuilder("v");
        for (int i = 0; i < ID_CHARACTERS; i++) {
            id.append(BASE32.charAt(bytes[i] & (BASE32.length() - 1)));
        }
        return new VisitId(id.toString());
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
                null,
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

    /** What {@link #about()} says of a registration that was stopped. */
    public static String aboutRegistration(VisitId name) {
        return name + "/REGISTRATION";
    }

    /** The same for all interruptions of one scope by one cause, and of one registration. */
    public String about() {
        if (scope == null) {
            return aboutRegistration(visit);
        }
        return visit + "/" + scope.text() + "/" + cause + "/" + Objects.toString(peer, "");
    }

    /** One sentence for the cashier's screen. */
    public Wording message() {
        String silent = Objects.toString(peer, "");
        return scope == null ? cause.messageOfRegistration(silent) : cause.message(silent);
    }

    /** Whether an earlier one of the same scope and cause, recorded then, has told all there is to tell. */
    public boolean isToldBy(Instant earlier) {
        return switch (cause) {
            case NEIGHBOUR_DOWN -> at.isBefore(earlier.plus(TOLD_FOR));
            case OUTCOME_UNKNOWN -> !at.isAfter(earlier);
        };
    }
}
