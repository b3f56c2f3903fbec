package io.crosscare.registry.model;

/** Whether an institution takes part at all. */
public enum InstitutionStatus {
    OPEN
}
