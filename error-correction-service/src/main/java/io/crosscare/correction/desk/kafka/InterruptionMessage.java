package io.crosscare.correction.desk.kafka;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of {@code settlement.interruption.v1} that this service reads. */
record InterruptionMessage(
        String id,
        String personId,
        String visitId,
        @Nullable String batch,
        @Nullable LocalDate until,
        String institutionCode,
        String insuredRegion,
        String careRegion,
        String serviceType,
        LocalDate serviceDate,
        String cause,
        @Nullable String peer,
        String message,
        @Nullable String messageEn,
        @Nullable String nextStep,
        @Nullable String nextStepEn,
        @Nullable String keyHash,
        @Nullable String traceId,
        @Nullable String door,
        @Nullable Instant receivedAt,
        Instant at,
        long seq) {

    /**
     * The desk takes it as it takes a refusal: somebody was turned away at a window.
     *
     * @throws IllegalArgumentException or {@link NullPointerException} when it does not hold one
     */
    Refusal toRefusal() {
        Reason reason = new Reason(cause);
        if (!reason.isFault()) {
            throw new IllegalArgumentException("not a fault");
        }
        return new Refusal(
                Objects.requireNonNull(id, "id"),
                seq,
                new CaseSubject(new VisitScope(new PersonId(personId), visitId, batch), reason),
                new InstitutionCode(institutionCode),
                new RegionCode(insuredRegion),
                new RegionCode(careRegion),
                Objects.requireNonNull(serviceType, "serviceType"),
                Objects.requireNonNull(serviceDate, "serviceDate"),
                serviceDate,
                Objects.requireNonNull(at, "at"),
                new Refusal.Statement(
                        Objects.requireNonNull(message, "message"), messageEn, nextStep, nextStepEn, null),
                null,
                null,
                null,
                new Refusal.KnownVersions(null, null, List.of()),
                keyHash,
                traceId,
                door == null || receivedAt == null ? null : new Refusal.Arrival(door, receivedAt),
                peer,
                until);
    }
}
