package io.crosscare.filing.refusal;

/** Why a door refuses, in order of precedence (design.md §3.6). */
public enum RefusalReason {
    PERSON_UNKNOWN,
    IDENTITY_MISMATCH,
    FILING_NOT_ELIGIBLE
}
