package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.load.ClosedLoop;
import io.crosscare.benchmark.load.Job;
import io.crosscare.benchmark.load.People;
import io.crosscare.benchmark.load.Progress;
import io.crosscare.benchmark.load.Unexpected;
import io.crosscare.benchmark.measure.ProcessorUse;
import io.crosscare.benchmark.settle.Settings.Load.Saturated;
import io.crosscare.benchmark.suite.OwnSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A suite of this program's own, whose chains and whose store have as many entries as wanted. */
final class ChainedSuite implements AutoCloseable {

    private static final int LINES = 3;

    /** Of those whose entries only fill the store. */
    private static final int FILLING_CHAIN = 100;

    private final OwnSuite own;
    private final SuiteUnderLoad suite;
    private final ChainGrowth growth;
    private final Progress progress;
    private final LongChainSettings settings;
    private final String run;
    private final List<String> hospitals;
    private final List<String> measured = new ArrayList<>();
    private final List<Verdict.Check> unscanned = new ArrayList<>();
    private @Nullable ProcessorUse rest;

    private ChainedSuite(
            OwnSuite own,
            SuiteUnderLoad suite,
            ChainGrowth growth,
            Progress progress,
            LongChainSettings settings,
            String run)
            throws Unexpected {
        this.own = own;
        this.suite = suite;
        this.growth = growth;
        this.progress = progress;
        this.settings = settings;
        this.run = run;
        this.hospitals = suite.people(run).hospitals();
    }

    static ChainedSuite start(
            Path root, int portBase, LongChainSettings settings, Progress progress, String run, Clock clock)
            throws IOException, InterruptedException, Unexpected {
        progress.phase("启动一套系统", "starting a suite", 0);
        OwnSuite own = OwnSuite.start(root, Files.createTempDirectory("long-chain-benchmark"), portBase, true);
        try {
            SuiteUnderLoad suite = new SuiteUnderLoad(own.running(), progress, clock);
            ChainGrowth growth = new ChainGrowth(own.running().documents(), clock);
            return new ChainedSuite(own, suite, growth, progress, settings, run);
        } catch (IOException | RuntimeException | Unexpected e) {
            own.close();
            throw e;
        }
    }

    SuiteUnderLoad suite() {
        return suite;
    }

    long entries() {
        return growth.entries();
    }

    /** New persons with chains of this length whose settlements are measured. */
    List<String> measured(String group, int count, int length) throws InterruptedException, Unexpected {
        List<String> persons = persons(group, count, length);
        measured.addAll(persons);
        return persons;
    }

    /** For each round others, so that a chain that is meant to be short has not grown by the rounds before. */
    List<List<String>> measuredByRound(String group) throws InterruptedException, Unexpected {
        List<String> persons = measured(group, settings.rounds() * settings.persons(), settings.shortChain());
        List<List<String>> byRound = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            byRound.add(persons.subList(round * settings.persons(), (round + 1) * settings.persons()));
        }
        return byRound;
    }

    /** The last entry of each comes through the door. */
    private List<String> persons(String group, int count, int length) throws InterruptedException, Unexpected {
        People people = suite.people(run + group);
        suite.expectPublished(count);
        List<String> persons = people.filed(count, seedOf(group), suite.errors());
        requireNoError();
        if (length > 1) {
            progress.phase("加长结算链", "growing chains", (long) count * (length - 1));
            growth.grow(persons, length - 1, progress::tick);
        }
        people.credit(persons, suite.errors());
        requireNoError();
        return persons;
    }

    /** Far from that of any other group: persons are drawn from the seeds that follow, and the same seed is the same person. */
    private long seedOf(String group) {
        return ((long) (run + group).hashCode() << Integer.SIZE) ^ settings.seed();
    }

    private void requireNoError() throws Unexpected {
        if (suite.errors().total() > 0) {
            throw new Unexpected("准备未成 preparing failed: " + suite.errors().byLabel());
        }
    }

    /** So many more entries in the store, of persons who are never settled for. */
    void fill(int entries) throws InterruptedException, Unexpected {
        int whole = entries / FILLING_CHAIN;
        int left = entries % FILLING_CHAIN;
        if (whole > 0) {
            persons("f", whole, FILLING_CHAIN);
        }
        if (left > 0) {
            persons("g", 1, left);
        }
    }

    /** Warms up with few entries left behind: as many visits are settled as may be, the others are previewed; the requests made. */
    long warmUpLeavingLittle() throws InterruptedException, Unexpected {
        int settled = settings.settledToWarmUp();
        int count = settings.visitsToWarmUp();
        Jobs jobs = jobs("v", persons("w", LongChainSettings.WARMING, 1));
        Job settle = jobs.settleAtOnce(suite.doors());
        Job preview = jobs.previewAtOnce(suite.doors());
        return warmUp(count, (index, due) -> {
            boolean isSettled = (long) index * settled / count != (index + 1L) * settled / count;
            (isSettled ? settle : preview).run(index, due);
        });
    }

    /** Warms up as the other load programs do, by settlements; the requests made. */
    long warmUp() throws InterruptedException, Unexpected {
        return warmUp(
                settings.visitsToWarmUp(),
                jobs("y", persons("x", LongChainSettings.WARMING, 1)).settleAtOnce(suite.doors()));
    }

    private long warmUp(int visits, Job job) throws InterruptedException {
        progress.phase("预热（就诊）", "warming up, visits", visits);
        new ClosedLoop(SuiteUnderLoad.PREPARING_IN_FLIGHT).run(visits, job);
        return (long) visits * LongChainSettings.REQUESTS_OF_VISIT;
    }

    private Jobs jobs(String name, List<String> persons) {
        return suite.jobs(new Visits(run + name, persons, hospitals, LINES, settings.seed()));
    }

    /** Work to be done between rest and rest. */
    interface Rounds {
        void run() throws IOException, InterruptedException;
    }

    /** Notes what the suite uses at rest. */
    void awaitRest() throws IOException, InterruptedException {
        rest = suite.rest();
    }

    ProcessorUse rest() {
        ProcessorUse resting = rest;
        if (resting == null) {
            throw new IllegalStateException("not measured at rest");
        }
        return resting;
    }

    /** Runs rounds and notes whether the store looked at every document of a collection meanwhile. */
    void watchingScans(Rounds rounds) throws IOException, InterruptedException {
        StoreScans.Counts before = suite.scans().read();
        rounds.run();
        unscanned.add(StoreScans.check(before, suite.scans().read()));
    }

    /** So many settlements of these persons, prepared beforehand, as fast as the suite takes them. */
    Measurement measure(String name, List<String> persons) throws IOException, InterruptedException {
        Jobs jobs = jobs(name, persons);
        StepTimes times = new StepTimes(Set.of(Step.SETTLE), settings.settlements());
        Job job = jobs.settle(suite.doors(), suite.prepare(jobs, settings.settlements()), times);
        return suite.measure(new Saturated(settings.inFlight()), job, times, settings.settlements());
    }

    Verdict examine() throws InterruptedException {
        Verdict verdict = suite.examination().examine(suite.errors(), measured, run);
        for (Verdict.Check check : unscanned) {
            verdict = verdict.with(check);
        }
        return verdict;
    }

    @Override
    public void close() throws IOException {
        try (own) {
            growth.close();
            suite.close();
        }
    }
}
