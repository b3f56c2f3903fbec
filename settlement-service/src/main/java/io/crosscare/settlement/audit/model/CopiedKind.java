package io.crosscare.settlement.audit.model;

/** The records of other services that this one keeps copies of. */
public enum CopiedKind {
    INSTITUTION,
    CONNECTIVITY,
    AGENCY,
    FILING,
    INSURED_PERSON
}
