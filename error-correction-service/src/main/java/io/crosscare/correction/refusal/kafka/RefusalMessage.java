package io.crosscare.correction.refusal.kafka;

import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.refusal.model.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The fields of {@code settlement.refusal.v1} that this service reads; any may be missing in a message that is not one. */
record RefusalMessage(
        @Nullable String id,
        @Nullable String personId,
        @Nullable String visitId,
        @Nullable String institutionCode,
        @Nullable String insuredRegion,
        @Nullable String careRegion,
        @Nullable String serviceType,
        @Nullable String serviceDate,
        @Nullable String reason,
        @Nullable String decidedOn,
        @Nullable String keyHash,
        @Nullable String traceId,
        @Nullable String at,
        long seq) {

    /**
     * The refusal it tells of.
     *
     * @throws PoisonEvent when a field is missing or not what it should be
     */
    Refusal toRefusal() {
        try {
            return new Refusal(
                    required("id", id),
                    new PersonId(required("personId", personId)),
                    visitId,
                    new InstitutionCode(required("institutionCode", institutionCode)),
                    new RegionCode(required("insuredRegion", insuredRegion)),
                    careRegion == null ? null : new RegionCode(careRegion),
                    required("serviceType", serviceType),
                    LocalDate.parse(required("serviceDate", serviceDate)),
                    required("reason", reason),
                    decidedOn == null ? null : LocalDate.parse(decidedOn),
                    keyHash,
                    traceId,
                    Instant.parse(required("at", at)),
                    seq);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new PoisonEvent("a refusal with a field that cannot be read", e);
        }
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new PoisonEvent("a refusal without " + field);
        }
        return value;
    }
}
