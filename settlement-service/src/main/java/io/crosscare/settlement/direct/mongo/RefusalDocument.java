package io.crosscare.settlement.direct.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.direct.Refusals.StoredRefusal;
import io.crosscare.settlement.direct.model.RefusedSettlement;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A refusal as it is stored; {@code p} is the person, {@code s} its place. Public for the driver's record codec. */
public record RefusalDocument(
        @BsonId String id,
        String p,
        long s,
        String visit,
        String institution,
        String insuredRegion,
        String careRegion,
        String serviceType,
        String serviceDate,
        String reason,
        String decidedOn,
        String keyHash,
        @Nullable String traceId,
        @Nullable String traceparent,
        Instant at,
        boolean pending) {

    static String idOf(PersonId person, long seq) {
        return person.value() + ":r" + seq;
    }

    static RefusalDocument of(
            RefusedSettlement refused, long seq, @Nullable String traceId, @Nullable String traceparent) {
        return new RefusalDocument(
                idOf(refused.person(), seq),
                refused.person().value(),
                seq,
                refused.visit().value(),
                refused.institution().value(),
                refused.insuredRegion().value(),
                refused.careRegion().value(),
                refused.serviceType().name(),
                refused.serviceDate().toString(),
                refused.reason().name(),
                refused.decidedOn().toString(),
                refused.keyHash().value(),
                traceId,
                traceparent,
                refused.at(),
                true);
    }

    StoredRefusal toStored() {
        RefusedSettlement refused = new RefusedSettlement(
                new PersonId(p),
                new VisitId(visit),
                new InstitutionCode(institution),
                new RegionCode(insuredRegion),
                new RegionCode(careRegion),
                ServiceType.valueOf(serviceType),
                LocalDate.parse(serviceDate),
                RefusalReason.valueOf(reason),
                LocalDate.parse(decidedOn),
                new ContentHash(keyHash),
                at);
        return new StoredRefusal(id, s, refused, traceId, traceparent);
    }
}
