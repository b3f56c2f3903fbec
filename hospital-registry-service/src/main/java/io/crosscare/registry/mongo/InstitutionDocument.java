package io.crosscare.registry.mongo;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Public for the driver's record codec. Days are ISO text. */
public record InstitutionDocument(
        @BsonId String id,
        boolean codeProvisional,
        String name,
        String region,
        @Nullable String district,
        @Nullable String districtMark,
        String kind,
        @Nullable String level,
        @Nullable String levelMark,
        String status,
        List<CapabilityDocument> capabilities,
        String coverage,
        String source,
        long version,
        Instant changedAt,
        boolean pending)
        implements VersionedDocument {

    /** Public for the driver's record codec. */
    public record CapabilityDocument(
            String name,
            String direction,
            String counterpart,
            @Nullable String from,
            @Nullable String to,
            String source,
            String mark) {}
}
