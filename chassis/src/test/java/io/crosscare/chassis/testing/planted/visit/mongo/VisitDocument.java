package io.crosscare.chassis.testing.planted.visit.mongo;

/** Leaves its adapter, against rule 9. */
public record VisitDocument(String id) {}
