package io.crosscare.registry.model;

/** Whether an institution takes part on a day. */
public enum InstitutionStatus {
    OPEN,
    /** It settles directly with nobody on that day. */
    SUSPENDED
}
