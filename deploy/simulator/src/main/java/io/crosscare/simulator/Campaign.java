package io.crosscare.simulator;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.simulator.mutant.Mutation;
import io.crosscare.simulator.suite.Packs;
import io.crosscare.simulator.world.VirtualSchedulers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Many seeds, on as many threads as there are processors. What a seed does depends on nothing but the seed, so neither their
 * number nor their order changes a run.
 */
public final class Campaign {

    private final Packs packs;

    private Campaign(Packs packs) {
        this.packs = packs;
    }

    /** Makes ready. From then on Reactor's schedulers in this process are those of the simulated worlds. */
    public static Campaign prepare() {
        Packs packs = Packs.shipped(new RegionCode("321100"), new RegionCode("310000"), LocalDate.of(2019, 9, 10));
        VirtualSchedulers.install();
        return new Campaign(packs);
    }

    /**
     * What many runs came to.
     *
     * @param failed runs that found something, by seed
     */
    public record Summary(
            long seeds,
            List<Run> failed,
            long steps,
            long answers,
            long crashes,
            long powerCuts,
            Map<String, Integer> lastSteps) {

        public Summary {
            failed = List.copyOf(failed);
        }

        public boolean isClean() {
            return failed.isEmpty();
        }
    }

    /** One seed, with its trace. */
    public Run run(long seed, Mutation mutation, @Nullable Consumer<String> trace) {
        return Run.of(seed, packs, mutation, trace);
    }

    /**
     * Runs seeds from a first one on.
     *
     * @param endsAtFirst whether to start no more once a seed has failed
     */
    public Summary run(long first, long seeds, Mutation mutation, boolean endsAtFirst, Consumer<Run> done) {
        Gathered gathered = new Gathered(done);
        AtomicLong next = new AtomicLong(first);
        AtomicBoolean isEnough = new AtomicBoolean();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            workers.add(Thread.ofPlatform().start(() -> {
                long seed = next.getAndIncrement();
                while (seed < first + seeds && !isEnough.get()) {
                    Run run = Run.of(seed, packs, mutation, null);
                    gathered.add(run);
                    if (!run.isClean() && endsAtFirst) {
                        isEnough.set(true);
                    }
                    seed = next.getAndIncrement();
                }
            }));
        }
        for (Thread worker : workers) {
            join(worker);
        }
        return gathered.summary();
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static final class Gathered {

        private final Consumer<Run> done;
        private final List<Run> failed = new ArrayList<>();
        private final TreeMap<String, Integer> lastSteps = new TreeMap<>();
        private long seeds;
        private long steps;
        private long answers;
        private long crashes;
        private long powerCuts;

        Gathered(Consumer<Run> done) {
            this.done = done;
        }

        synchronized void add(Run run) {
            seeds++;
            steps += run.steps();
            answers += run.answers();
            crashes += run.crashes();
            powerCuts += run.powerCuts();
            run.lastSteps().forEach((step, times) -> lastSteps.merge(step, times, Integer::sum));
            if (!run.isClean()) {
                failed.add(run);
            }
            done.accept(run);
        }

        synchronized Summary summary() {
            failed.sort(Comparator.comparingLong(Run::seed));
            return new Summary(seeds, failed, steps, answers, crashes, powerCuts, Map.copyOf(lastSteps));
        }
    }
}
