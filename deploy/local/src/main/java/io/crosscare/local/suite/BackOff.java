package io.crosscare.local.suite;

import java.time.Duration;

/** How long to wait before the next restart of one process: 1 s, doubling to 30 s, from the start again after a minute of life. */
final class BackOff {

    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(30);
    static final Duration HEALTHY_AFTER = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** The wait after a process ended that had lived this long. */
    Duration after(Duration lifetime) {
        if (lifetime.compareTo(HEALTHY_AFTER) >= 0) {
            next = FIRST;
        }
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return wait;
    }
}
