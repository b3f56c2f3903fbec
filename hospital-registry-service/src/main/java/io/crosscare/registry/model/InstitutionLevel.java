package io.crosscare.registry.model;

/** The level on which deductibles and ratios depend. */
public enum InstitutionLevel {
    L1,
    L2,
    L3,
    /** Community. */
    COM
}
