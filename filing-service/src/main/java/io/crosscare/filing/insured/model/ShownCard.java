package io.crosscare.filing.insured.model;

/** A card as a window reads it: its kind and number, nothing more. */
public record ShownCard(CardKind kind, CardNumber number) {}
