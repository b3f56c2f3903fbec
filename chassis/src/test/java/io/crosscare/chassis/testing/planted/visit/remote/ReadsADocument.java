package io.crosscare.chassis.testing.planted.visit.remote;

import io.crosscare.chassis.testing.planted.visit.mongo.VisitDocument;

/** Breaks rule 3. */
public record ReadsADocument(VisitDocument document) {}
