package io.crosscare.settlement.benefit.model;

/** What the upfront part of a transfer is taken from: "符合规定的费用" of Z 六 (domain.md §2 no. 9). */
public enum UpfrontBase {
    /** The eligible cost: class-B self-pay has been taken off before. */
    ELIGIBLE_COST,
    /** Eligible cost and class-B self-pay together. */
    COST_BEFORE_CLASS_B
}
