package io.crosscare.settlement.visit.model;

import io.crosscare.settlement.benefit.model.FeeLine;

/**
 * A fee line and the batch it was uploaded in. Line numbers are unique in the visit; the same number with the same content is
 * the same line.
 */
public record VisitLine(String batch, FeeLine line) {}
