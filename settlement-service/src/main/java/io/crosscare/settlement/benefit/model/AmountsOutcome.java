package io.crosscare.settlement.benefit.model;

/** The amounts of a bill, or the reason why there can be none. */
public sealed interface AmountsOutcome permits AmountsOnly, SplitRefusal {}
