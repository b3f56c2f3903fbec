package io.crosscare.settlement.interruption.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.observability.Arrival;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.interruption.Interruptions.StoredInterruption;
import io.crosscare.settlement.interruption.model.Interruption;
import io.crosscare.settlement.interruption.model.InterruptionCause;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An interruption as it is stored; {@code p} is the person, {@code s} its place. Public for the driver's record codec.
 *
 * @param about scope and cause, by which the last one is found
 */
public record InterruptionDocument(
        @BsonId String id,
        String p,
        long s,
        String about,
        String visit,
        @Nullable String scope,
        @Nullable String until,
        @Nullable String visitNumber,
        String institution,
        String insuredRegion,
        String careRegion,
        String serviceType,
        String serviceDate,
        String cause,
        @Nullable String peer,
        @Nullable String keyHash,
        @Nullable String traceparent,
        @Nullable String door,
        @Nullable Instant receivedAt,
        Instant at,
        boolean pending) {

    static InterruptionDocument of(Interruption interruption, long seq, @Nullable Arrival arrival) {
        ContentHash keyHash = interruption.keyHash();
        LocalDate until = interruption.until();
        Scope scope = interruption.scope();
        return new InterruptionDocument(
                interruption.person().value() + ":i" + seq,
                interruption.person().value(),
                seq,
                interruption.about(),
                interruption.visit().value(),
                scope == null ? null : scope.text(),
                until == null ? null : until.toString(),
                interruption.visitNumber(),
                interruption.institution().value(),
                interruption.insuredRegion().value(),
                interruption.careRegion().value(),
                interruption.serviceType().name(),
                interruption.serviceDate().toString(),
                interruption.cause().name(),
                interruption.peer(),
                keyHash == null ? null : keyHash.value(),
                interruption.traceparent(),
                arrival == null ? null : arrival.door(),
                arrival == null ? null : arrival.receivedAt(),
                interruption.at(),
                true);
    }

    StoredInterruption toStored() {
        Interruption interruption = new Interruption(
                new PersonId(p),
                new VisitId(visit),
                scope == null ? null : Scope.parse(scope),
                until == null ? null : LocalDate.parse(until),
                visitNumber,
                new InstitutionCode(institution),
                new RegionCode(insuredRegion),
                new RegionCode(careRegion),
                ServiceType.valueOf(serviceType),
                LocalDate.parse(serviceDate),
                InterruptionCause.valueOf(cause),
                peer,
                keyHash == null ? null : new ContentHash(keyHash),
                traceparent,
                at);
        return new StoredInterruption(id, s, interruption, door, receivedAt);
    }
}
