package io.crosscare.filing.disclosure.mongo;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.disclosure.model.PersonalDataRead;
import io.crosscare.filing.disclosure.model.ReadId;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A read as it is stored; public for the codec. */
public record PersonalDataReadDocument(
        @BsonId String id,
        String personId,
        String by,
        String agencyRegion,
        String door,
        String reason,
        Instant at,
        @Nullable String traceId) {

    static PersonalDataReadDocument of(PersonalDataRead read) {
        return new PersonalDataReadDocument(
                read.id().value(),
                read.personId().value(),
                read.by(),
                read.agencyRegion().value(),
                read.door(),
                read.reason(),
                read.at(),
                read.traceId());
    }

    PersonalDataRead toRead() {
        return new PersonalDataRead(
                new ReadId(id), new PersonId(personId), by, new RegionCode(agencyRegion), door, reason, at, traceId);
    }
}
