package io.crosscare.registry.model;

/** What a change of an institution was. */
public enum ChangeKind {
    /** It was first recorded. */
    RECORDED,
    /** What is known of it is different. */
    CHANGED,
    /** Days were announced on which it settles directly with nobody. */
    SUSPENDED,
    /** A suspension was ended or called off. */
    RESUMED,
    /** A time without systems was announced. */
    OUTAGE_ANNOUNCED
}
