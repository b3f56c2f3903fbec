package io.crosscare.local.suite;

import java.time.Instant;
import java.util.Optional;

/**
 * A process for ever: its number and the moment it began, since numbers are given again. An end, a restart of the machine or a
 * stranger under the same number make it absent.
 *
 * @param startedAtMillis milliseconds since the epoch, as the operating system tells it
 */
record ProcessId(long pid, long startedAtMillis) {

    /** The clock the start is derived from may be adjusted between two readings. */
    private static final long TOLERANCE_MILLIS = 2_000;

    static ProcessId of(ProcessHandle handle) {
        return new ProcessId(handle.pid(), startOf(handle));
    }

    /** The process, if it still is the same one. */
    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> Math.abs(startOf(handle) - startedAtMillis) <= TOLERANCE_MILLIS);
    }

    private static long startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
