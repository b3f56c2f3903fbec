package io.crosscare.settlement.document.mongo;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** How a published document is stored; public because the driver's record codec reads it. */
public record PublishedDocument(@BsonId String hash, String text, Instant publishedAt) {}
