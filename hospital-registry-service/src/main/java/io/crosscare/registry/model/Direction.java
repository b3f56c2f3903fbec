package io.crosscare.registry.model;

/** Which side a statement comes from: the insured region of its own people, or the care region of its visitors. */
public enum Direction {
    OUTBOUND,
    INBOUND
}
