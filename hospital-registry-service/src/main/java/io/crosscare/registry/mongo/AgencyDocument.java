package io.crosscare.registry.mongo;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Public for the driver's record codec. The id is the region. */
public record AgencyDocument(
        @BsonId String id,
        String name,
        String address,
        String phone,
        String city,
        @Nullable String note,
        String source,
        List<HotlineDocument> hotlines,
        long version,
        Instant changedAt,
        boolean pending)
        implements VersionedDocument {

    /** Public for the driver's record codec. */
    public record HotlineDocument(String topic, String phone, String source) {}
}
