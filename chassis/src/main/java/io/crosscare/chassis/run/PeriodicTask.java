package io.crosscare.chassis.run;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Work that is done again and again while a service runs, never two turns of the same at once; a failure is logged, counted
 * and tried again at the next turn. The next turn begins after the pause, or when there is news.
 */
public final class PeriodicTask {

    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final String name;
    private final Duration pause;
    private final Duration gathering;
    private final Duration deadline;
    private final Supplier<Mono<Void>> work;
    private final Semaphore kicks = new Semaphore(0);

    /**
     * Describes the work; nothing runs yet.
     *
     * @param pause from the end of one turn to the beginning of the next, when nobody kicks
     */
    public PeriodicTask(String name, Duration pause, Supplier<Mono<Void>> work) {
        this(name, pause, Duration.ZERO, DEADLINE, work);
    }

    /**
     * Describes work with much to do beside what the news is about, so that a turn for each would be dear.
     *
     * @param gathering from the news to the turn, for news that follows
     */
    public static PeriodicTask gathering(String name, Duration pause, Duration gathering, Supplier<Mono<Void>> work) {
        return new PeriodicTask(name, pause, gathering, DEADLINE, work);
    }

    /**
     * Describes work that may take long.
     *
     * @param deadline after which a turn is given up and counted as failed
     */
    public PeriodicTask(String name, Duration pause, Duration deadline, Supplier<Mono<Void>> work) {
        this(name, pause, Duration.ZERO, deadline, work);
    }

    private PeriodicTask(
            String name, Duration pause, Duration gathering, Duration deadline, Supplier<Mono<Void>> work) {
        this.name = name;
        this.pause = pause;
        this.gathering = gathering;
        this.deadline = deadline;
        this.work = work;
    }

    public String name() {
        return name;
    }

    /** Ends the present pause, or makes the next one end at once. Kicks before the turn count as one. */
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
            TimeUnit.NANOSECONDS.sleep(gathering.toNanos());
            kicks.drainPermits();
        }
    }
}
