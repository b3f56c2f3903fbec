package io.crosscare.filing.paper.mongo;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is stored; public for the codec.
 *
 * @param institution null for the form of direct settlement, as are the next three
 * @param diagnosis encrypted
 */
public record FormDocument(
        @BsonId String id,
        String filingId,
        int number,
        boolean signed,
        boolean stamped,
        String signedOn,
        @Nullable String institution,
        @Nullable String department,
        @Nullable Binary diagnosis,
        @Nullable String doctorTitle,
        Instant addedAt,
        String by,
        String receiptKey,
        String receiptContent) {}
