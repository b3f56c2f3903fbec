package io.crosscare.correction.deadline.model;

/** The kinds of trouble for which art. 57 sets different terms. */
public enum CaseKind {
    /** A filing is missing or not as it should be. */
    FILING,
    /** A system does not do what it should. */
    SYSTEM_FAULT,
    /** Everything else. */
    OTHER
}
