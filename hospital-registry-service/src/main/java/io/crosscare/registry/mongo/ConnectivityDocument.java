package io.crosscare.registry.mongo;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Public for the driver's record codec. Days are ISO text. */
public record ConnectivityDocument(
        @BsonId String id,
        String insuredRegion,
        String careRegion,
        String serviceType,
        String direction,
        String status,
        List<String> plans,
        String plansMark,
        @Nullable String from,
        String fromMark,
        @Nullable String note,
        String source,
        long version,
        Instant changedAt,
        boolean pending)
        implements VersionedDocument {}
