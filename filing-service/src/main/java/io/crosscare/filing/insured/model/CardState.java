package io.crosscare.filing.insured.model;

/** What the issuing office says of a card. */
public enum CardState {
    ACTIVE,
    NOT_ACTIVATED,
    LOST
}
