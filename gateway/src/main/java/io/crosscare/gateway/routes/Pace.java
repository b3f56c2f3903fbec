package io.crosscare.gateway.routes;

/** How long a door may take to answer; the durations are configuration. */
public enum Pace {
    /** Somebody waits at a window. */
    AT_ONCE,
    /** Work on many records: batches, imports, replays. */
    LENGTHY
}
