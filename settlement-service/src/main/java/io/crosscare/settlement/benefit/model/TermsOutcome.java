package io.crosscare.settlement.benefit.model;

/** The figures that hold for a bill, or the reason why the policy has none. */
public sealed interface TermsOutcome permits Terms, SplitRefusal {}
