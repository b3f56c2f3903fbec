package io.crosscare.filing.insured.model;

/** Whether the plan pays at present. */
public enum InsuranceStatus {
    ACTIVE,
    /** 暂停参保: contributions stopped or membership ended. */
    SUSPENDED
}
