package io.crosscare.chassis.testing.planted.visit.model;

/** Breaks rule 6. */
public record CountsInDoubles(double yuan) {}
