package io.crosscare.chassis.testing.planted.visit;

/** Breaks rule 9: outside a web package. */
public record VisitRequest(String id) {}
