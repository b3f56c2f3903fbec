package io.crosscare.chassis.run;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Work that is done again and again while a service runs, never two turns of the same at once; a failure is logged, counted
 * and tried again at the next turn. The next turn begins after the pause, or at once when there is news.
 */
public final class PeriodicTask {

    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final String name;
    private final Duration pause;
    private final Duration deadline;
    private final Supplier<Mono<Void>> work;
    private final Semaphore kicks = new Semaphore(0);

    /**
     * Describes the work; nothing runs yet.
     *
     * @param pause from the end of one turn to the beginning of the next, when nobody kicks
     */
    public PeriodicTask(String name, Duration pause, Supplier<Mono<Void>> work) {
        this(name, pause, DEADLINE, work);
    }

    /**
     * Describes work that may take long.
     *
     * @param deadline after which a turn is given up and counted as failed
     */
    public PeriodicTask(String name, Duration pause, Duration deadline, Supplier<Mono<Void>> work) {
        this.name = name;
        this.pause = pause;
        this.deadline = deadline;
        this.work = work;
    }

    public String name() {
        return name;
    }

    /** Ends the present pause, or makes the next one end at once. Kicks of the same pause count as one. */
    public void kick() {
        if (kicks.availablePermits() == 0) {
            kicks.release();
        }
    }

    /** One turn of the work, for whoever decides when. */
    public Mono<Void> turn() {
        return work.get();
    }

    Duration deadline() {
        return deadline;
    }

    void awaitTurn() throws InterruptedException {
        if (kicks.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
            kicks.drainPermits();
        }
    }
}
