package io.crosscare.settlement.catalogue.mongo;

import org.bson.codecs.pojo.annotations.BsonId;

/** Which content a caller's key has published. The id is the agency's region and the key; public for the record codec. */
public record ReceiptDocument(@BsonId String id, String hash) {}
