package io.crosscare.registry.mongo;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Public for the driver's record codec. Days are ISO text.
 *
 * @param kept whether somebody has changed it since it was shipped; null for a document of before changes had their places
 */
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
        List<CapabilityDocument> capabilities,
        String coverage,
        @Nullable List<SuspensionDocument> suspensions,
        @Nullable List<OutageDocument> outages,
        String source,
        long version,
        Instant changedAt,
        boolean pending,
        @Nullable Boolean kept)
        implements VersionedDocument {

    InstitutionDocument keptBy(boolean isKeeper) {
        return new InstitutionDocument(
                id,
                codeProvisional,
                name,
                region,
                district,
                districtMark,
                kind,
                level,
                levelMark,
                capabilities,
                coverage,
                suspensions,
                outages,
                source,
                version,
                changedAt,
                pending,
                isKeeper);
    }

    /** Public for the driver's record codec. */
    public record CapabilityDocument(
            String name,
            String direction,
            String counterpart,
            @Nullable String from,
            @Nullable String to,
            String source,
            String mark) {}

    /** Public for the driver's record codec. */
    public record SuspensionDocument(String from, @Nullable String to, String reason) {}

    /** Public for the driver's record codec. */
    public record OutageDocument(
            Instant from, Instant to, String zh, @Nullable String en) {}
}
