package io.crosscare.settlement.benefit.model;

/** What kind of care a bill is for: 门诊, 住院, or 门诊慢性病 for a person entitled to it. */
public enum ServiceType {
    OUTPATIENT,
    INPATIENT,
    CHRONIC
}
