package io.crosscare.settlement.benefit.model;

/** Whose deductible applies where a transfer is paid by the ratio of the person's own clinic (domain.md §2 no. 7). */
public enum DeductibleLevel {
    INSTITUTION_OF_CARE,
    OWN_CLINIC
}
