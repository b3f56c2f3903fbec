package io.crosscare.settlement.chain.model;

/** What an entry records. */
public enum EntryKind {
    /** What the insured region's core system had counted before this chain began. */
    OPENING,
    /** Money put on the personal account. */
    ACCOUNT_CREDIT,
    SETTLEMENT
}
