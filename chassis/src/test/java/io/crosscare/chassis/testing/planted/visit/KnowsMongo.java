package io.crosscare.chassis.testing.planted.visit;

import com.mongodb.reactivestreams.client.MongoDatabase;

/** Breaks rule 2. */
public record KnowsMongo(MongoDatabase database) {}
