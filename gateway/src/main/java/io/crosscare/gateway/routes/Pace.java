package io.crosscare.gateway.routes;

/** How long a door may take to read and to answer; the durations are configuration. */
public enum Pace {
    /** Somebody waits at a window. */
    AT_ONCE,
    /** Work on many records: batches, imports, replays. */
    LENGTHY,
    /** A file of many rows that is worked on while it arrives: it is read no faster, and may be larger than other bodies. */
    UPLOAD
}
