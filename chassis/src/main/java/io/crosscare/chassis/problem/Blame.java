package io.crosscare.chassis.problem;

/** Whose turn it is to act on a fault; labels every log line and metric of one. */
public enum Blame {
    /** The caller sent something that cannot be done; the same request will fail again. */
    CALLER,
    /** A mistake of this suite. */
    US,
    /** A neighbour did not answer; nothing happened, the same request may be sent again. */
    PEER,
    /** A limit was reached; the same request may be sent again later. */
    CAPACITY
}
