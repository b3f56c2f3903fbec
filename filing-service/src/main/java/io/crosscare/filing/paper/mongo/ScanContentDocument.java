package io.crosscare.filing.paper.mongo;

import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;

/** The content of a scan as it is stored, encrypted; public for the codec. */
public record ScanContentDocument(@BsonId String id, Binary content) {}
