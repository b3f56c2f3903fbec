package io.crosscare.settlement.benefit.model;

/** A split, or the reason why there can be none. */
public sealed interface SplitOutcome permits CostSplit, SplitRefusal {}
