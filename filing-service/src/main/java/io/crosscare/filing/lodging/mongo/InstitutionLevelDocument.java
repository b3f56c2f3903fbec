package io.crosscare.filing.lodging.mongo;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An institution's level as it is stored; public for the codec. */
public record InstitutionLevelDocument(
        @BsonId String institution, @Nullable String level, long version) {}
