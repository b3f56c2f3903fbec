package io.crosscare.settlement.eligibility.model;

/** Who speaks: the insured region of its own people, or the care region of its visitors. */
public enum Direction {
    OUTBOUND,
    INBOUND
}
