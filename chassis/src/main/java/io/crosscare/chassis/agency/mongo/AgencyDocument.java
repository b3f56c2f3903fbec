package io.crosscare.chassis.agency.mongo;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An agency as it is stored; public for the codec. */
public record AgencyDocument(
        @BsonId String region, String name, @Nullable String phone, long version) {}
