package io.crosscare.filing.eligibility.model;

/** Why a filing check says no, in order of precedence (design.md §3.6). */
public enum NotFiledReason {
    NO_FILING,
    FILING_FOR_OTHER_REGION,
    FILING_NOT_YET_EFFECTIVE,
    FILING_EXPIRED
}
