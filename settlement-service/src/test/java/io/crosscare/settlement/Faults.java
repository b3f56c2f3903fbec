package io.crosscare.settlement;

import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/**
 * Lets one write fail: the process stops before it, or after it and before anybody heard of it. Every fake's writes go through
 * it, so that a test can stop a use case at each of them in turn.
 */
public final class Faults {

    private final AtomicInteger writes = new AtomicInteger();
    private volatile int failing;
    private volatile boolean isAfter;

    /** Nothing fails until a test says so. */
    public static Faults none() {
        return new Faults();
    }

    /** The next writes are counted from 1, and this one fails. */
    public void failAt(int write, boolean afterIt) {
        writes.set(0);
        isAfter = afterIt;
        failing = write;
    }

    public void stop() {
        failing = 0;
    }

    /** How many writes there have been since {@link #failAt}. */
    public int writes() {
        return writes.get();
    }

    /** A write that may fail. */
    public <T> Mono<T> around(Mono<T> write) {
        return Mono.defer(() -> {
            boolean fails = writes.incrementAndGet() == failing;
            if (!fails) {
                return write;
            }
            return isAfter ? write.then(Mono.error(new Stopped())) : Mono.error(new Stopped());
        });
    }

    /** What a process that is killed tells its caller: nothing. */
    public static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped at a write");
        }
    }
}
