package io.crosscare.chassis.testing.planted.visit;

import io.crosscare.chassis.testing.planted.visit.mongo.VisitDocument;

/** Breaks rule 4: a feature does not know its adapters. */
public record SeesItsAdapter(VisitDocument document) {}
