package io.crosscare.simulator.world;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Reactor's schedulers in a simulator: what production code hands to another thread, or to a later time, becomes a step of the
 * world it runs in. How long a pause is comes from
 * the seed, for Reactor's own jitter comes from the thread.
 */
public final class VirtualSchedulers implements Schedulers.Factory {

    private VirtualSchedulers() {}

    /** Takes the place of all of Reactor's schedulers in this process. */
    public static void install() {
        Schedulers.setFactory(new VirtualSchedulers());
    }

    @Override
    public Scheduler newParallel(int parallelism, ThreadFactory threads) {
        return new VirtualScheduler();
    }

    @Override
    public Scheduler newSingle(ThreadFactory threads) {
        return new VirtualScheduler();
    }

    @Override
    public Scheduler newBoundedElastic(int threadsMax, int tasksMax, ThreadFactory threads, int ttlSeconds) {
        return new VirtualScheduler();
    }

    @Override
    public Scheduler newThreadPerTaskBoundedElastic(int threadsMax, int tasksMax, ThreadFactory threads) {
        return new VirtualScheduler();
    }

    private static final class VirtualScheduler implements Scheduler {

        private static final long TURN_MICROS_MAX = 100;

        /** The delay asked for holds jitter that no seed decides, so only that there is one counts. */
        private static final long PAUSE_MICROS_MAX = 200_000;

        @Override
        public Disposable schedule(Runnable task) {
            return schedule(task, 0, TimeUnit.MICROSECONDS);
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            Timeline timeline = Timeline.current();
            Disposable.Swap cancelled = Disposables.swap();
            if (timeline == null) {
                task.run();
                return cancelled;
            }
            long micros = delay == 0 ? timeline.between(1, TURN_MICROS_MAX) : timeline.between(1_000, PAUSE_MICROS_MAX);
            timeline.afterInPresent(micros, delay == 0 ? "goes on" : "wakes up", () -> {
                if (!cancelled.isDisposed()) {
                    task.run();
                }
            });
            return cancelled;
        }

        @Override
        public Worker createWorker() {
            return new VirtualWorker(this);
        }
    }

    private static final class VirtualWorker implements Scheduler.Worker {

        private final VirtualScheduler scheduler;
        private final Disposable.Composite tasks = Disposables.composite();

        VirtualWorker(VirtualScheduler scheduler) {
            this.scheduler = scheduler;
        }

        @Override
        public Disposable schedule(Runnable task) {
            return schedule(task, 0, TimeUnit.MICROSECONDS);
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            Disposable scheduled = scheduler.schedule(task, delay, unit);
            tasks.add(scheduled);
            return scheduled;
        }

        @Override
        public void dispose() {
            tasks.dispose();
        }

        @Override
        public boolean isDisposed() {
            return tasks.isDisposed();
        }
    }
}
