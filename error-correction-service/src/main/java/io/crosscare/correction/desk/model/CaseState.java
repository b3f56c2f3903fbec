package io.crosscare.correction.desk.model;

/** The name of a case's state, as {@link CorrectionCase}'s variants have it. */
public enum CaseState {
    OPEN,
    RESOLVED
}
