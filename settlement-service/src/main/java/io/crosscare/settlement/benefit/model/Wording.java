package io.crosscare.settlement.benefit.model;

/** A title or sentence in both languages of the suite, Chinese first. */
public record Wording(String zh, String en) {}
