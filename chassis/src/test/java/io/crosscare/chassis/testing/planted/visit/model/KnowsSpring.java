package io.crosscare.chassis.testing.planted.visit.model;

import org.springframework.http.HttpStatus;

/** Breaks rule 1. */
public record KnowsSpring(HttpStatus status) {}
