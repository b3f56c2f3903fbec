package io.crosscare.settlement.eligibility.model;

/** Whether a region settles care at home while a filing for elsewhere is in force (domain.md §2.1 no. 22). */
public enum HomeDuringFiling {
    OPEN,
    CLOSED
}
