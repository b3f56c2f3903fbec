package io.crosscare.correction.refusal.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.refusal.model.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A refusal as stored; public for the driver's record codec. */
public record RefusalDocument(
        @BsonId String id,
        String personId,
        @Nullable String visitId,
        String institutionCode,
        String insuredRegion,
        @Nullable String careRegion,
        String serviceType,
        String serviceDate,
        String reason,
        @Nullable String decidedOn,
        @Nullable String keyHash,
        @Nullable String traceId,
        Instant refusedAt,
        long sequence) {

    static RefusalDocument of(Refusal refusal) {
        RegionCode careRegion = refusal.careRegion();
        LocalDate decidedOn = refusal.decidedOn();
        return new RefusalDocument(
                refusal.id(),
                refusal.person().value(),
                refusal.visitId(),
                refusal.institution().value(),
                refusal.insuredRegion().value(),
                careRegion == null ? null : careRegion.value(),
                refusal.serviceType(),
                refusal.serviceDate().toString(),
                refusal.reason(),
                decidedOn == null ? null : decidedOn.toString(),
                refusal.keyHash(),
                refusal.traceId(),
                refusal.refusedAt(),
                refusal.sequence());
    }

    Refusal toRefusal() {
        return new Refusal(
                id,
                new PersonId(personId),
                visitId,
                new InstitutionCode(institutionCode),
                new RegionCode(insuredRegion),
                careRegion == null ? null : new RegionCode(careRegion),
                serviceType,
                LocalDate.parse(serviceDate),
                reason,
                decidedOn == null ? null : LocalDate.parse(decidedOn),
                keyHash,
                traceId,
                refusedAt,
                sequence);
    }
}
