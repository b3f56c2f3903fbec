package io.crosscare.registry.model;

/** What a source says of a connection. */
public enum ConnectivityStatus {
    OPEN,
    NOT_CONNECTED,
    /** Announced, not open. */
    PLANNED
}
