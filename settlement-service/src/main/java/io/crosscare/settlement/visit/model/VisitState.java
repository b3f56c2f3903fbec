package io.crosscare.settlement.visit.model;

/** What a visit is in, by name. */
public enum VisitState {
    OPEN,
    /** A settlement of it is on its way. */
    SETTLING,
    /** Everything uploaded is settled. */
    SETTLED,
    CANCELLED
}
