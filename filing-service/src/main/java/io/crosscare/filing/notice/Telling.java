package io.crosscare.filing.notice;

/** What days are told for; each goes on by itself, so that one does not wait for the other. */
public enum Telling {
    /** Filings that end and promises that are due. */
    TIME,
    /** Filings that end during a stay in hospital. */
    STAYS
}
