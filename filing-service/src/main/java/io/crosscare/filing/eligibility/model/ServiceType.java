package io.crosscare.filing.eligibility.model;

/** Kinds of care. A filing counts for all of them; which of them is open between two regions is the registry's to say. */
public enum ServiceType {
    OUTPATIENT,
    INPATIENT,
    /** 门诊慢性病. */
    CHRONIC
}
