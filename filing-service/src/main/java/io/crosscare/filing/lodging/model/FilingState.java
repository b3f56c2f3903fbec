package io.crosscare.filing.lodging.model;

/** The name of a filing's state, as {@link Filing}'s variants have it. */
public enum FilingState {
    EFFECTIVE
}
