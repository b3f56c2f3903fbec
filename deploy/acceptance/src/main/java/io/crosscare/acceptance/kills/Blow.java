package io.crosscare.acceptance.kills;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A way to hit a suite while hospitals work, and to have it whole again. */
public interface Blow {

    Manner manner();

    /** What is hit, one after the other and then from the beginning. */
    List<String> turn();

    /**
     * Hits, and returns when what was hit is gone.
     *
     * @return what it was, for people
     */
    String strike(String victim) throws IOException;

    /** How long hospitals wait for an answer meanwhile. */
    Duration healsWithin();

    /** Returns when every process is there and answers, or throws a difference. */
    void awaitHealed();
}
