package io.crosscare.chassis.testing.planted.unmarked;

/** Breaks rule 11. */
public record InAnUnmarkedPackage(String id) {}
