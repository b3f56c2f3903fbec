package io.crosscare.chassis.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the startup tasks in order before the service is ready, then each periodic task on a virtual thread of its own. One of
 * the two classes that may block on a publisher.
 */
public final class TaskRunner implements ApplicationRunner, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    private static final Duration BACK_OFF_MIN = Duration.ofMillis(250);
    private static final Duration BACK_OFF_MAX = Duration.ofSeconds(5);
    private static final Duration STARTUP_DEADLINE = Duration.ofSeconds(60);

    private final List<StartupTask> startupTasks;
    private final List<PeriodicTask> periodicTasks;
    private final MeterRegistry meters;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> repeaters = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    public TaskRunner(List<StartupTask> startupTasks, List<PeriodicTask> periodicTasks, MeterRegistry meters) {
        this.startupTasks = startupTasks.stream()
                .sorted(Comparator.comparingInt(StartupTask::order))
                .toList();
        this.periodicTasks = List.copyOf(periodicTasks);
        this.meters = meters;
        this.periodicTasks.forEach(this::failures);
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        for (StartupTask task : startupTasks) {
            runUntilItSucceeds(task);
        }
        for (PeriodicTask task : periodicTasks) {
            repeaters.add(Thread.ofVirtual().name("periodic-" + task.name()).start(() -> repeat(task)));
        }
    }

    private void runUntilItSucceeds(StartupTask task) throws InterruptedException {
        Duration backOff = BACK_OFF_MIN;
        while (true) {
            try {
                task.work().get().block(STARTUP_DEADLINE);
                return;
            } catch (RuntimeException e) {
                LOG.warn(
                        "startup task {} failed, trying again in {} ms: {}",
                        task.name(),
                        backOff.toMillis(),
                        messageOf(e));
                if (LOG.isDebugEnabled()) {
                    LOG.debug("startup task {} failed", task.name(), e);
                }
            }
            if (stopped.await(backOff.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("stopped while starting");
            }
            Duration doubled = backOff.multipliedBy(2);
            backOff = doubled.compareTo(BACK_OFF_MAX) < 0 ? doubled : BACK_OFF_MAX;
        }
    }

    private void repeat(PeriodicTask task) {
        try {
            while (stopped.getCount() > 0) {
                task.awaitTurn();
                takeTurn(task);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeTurn(PeriodicTask task) {
        try {
            task.turn().block(task.deadline());
        } catch (RuntimeException e) {
            failures(task).increment();
            LOG.warn("periodic task {} failed: {}", task.name(), messageOf(e), e);
        }
    }

    /** There from the start, so that the first failure is seen as a rise from zero. */
    private Counter failures(PeriodicTask task) {
        return meters.counter("crosscare.periodic.failures", "task", task.name());
    }

    private static @Nullable String messageOf(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        repeaters.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
