package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.command.Program;
import io.crosscare.benchmark.load.ClosedLoop;
import io.crosscare.benchmark.load.ErrorCounts;
import io.crosscare.benchmark.load.Job;
import io.crosscare.benchmark.load.People;
import io.crosscare.benchmark.load.Progress;
import io.crosscare.benchmark.load.Unexpected;
import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.suite.OwnSuite;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Settles very many visits of one person at the same instant, while other persons are settled at a fixed rate. Ends with 0 when
 * each was answered once and is in the chain once, in at most three attempts each, else with 1.
 */
@Command(
        name = "hot-person",
        mixinStandardHelpOptions = true,
        description = "Settles very many visits of one person at once, and shows what the others notice of it.")
public final class HotPersonBenchmark implements Callable<Integer> {

    private static final int LINES = 3;
    private static final long SEED = 1;
    private static final int REQUESTS_OF_VISIT = 3;
    private static final double ATTEMPTS_MAX = 3;
    private static final Duration BEFORE_THE_RUSH = Duration.ofSeconds(2);
    private static final int MEDIAN = 500;
    private static final int P99 = 990;
    private static final int MAX = 1_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final PrintStream out;

    @Option(names = "--visits", defaultValue = "1000", description = "of the one person, default ${DEFAULT-VALUE}")
    private int visits;

    @Option(names = "--rate", defaultValue = "20", description = "others per second, default ${DEFAULT-VALUE}")
    private int rate;

    @Option(names = "--seconds", defaultValue = "20", description = "of one measurement, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--others", defaultValue = "300", description = "other persons, default ${DEFAULT-VALUE}")
    private int others;

    @Option(
            names = "--warm-up",
            defaultValue = "60000",
            description = "requests before anything counts, default ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--port-base", defaultValue = "28080", description = "ports of the suite, default ${DEFAULT-VALUE}")
    private int portBase;

    @Option(names = "--root", hidden = true, required = true, description = "root of the repository")
    private Path root = Path.of("");

    private HotPersonBenchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        Program.run(HotPersonBenchmark::new, arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException, Unexpected {
        Path data = Files.createTempDirectory("hot-person-benchmark");
        try (OwnSuite own = OwnSuite.start(root, data, portBase, true);
                Progress progress = new Progress(out);
                SuiteUnderLoad suite = new SuiteUnderLoad(own.running(), progress, Clock.systemUTC())) {
            return measure(suite, progress);
        }
    }

    private int measure(SuiteUnderLoad suite, Progress progress)
            throws IOException, InterruptedException, ExecutionException, Unexpected {
        String run = Program.newRun();
        People people = suite.people(run);
        List<String> hospitals = people.hospitals();
        List<String> persons = people.persons(others + 1, run.hashCode(), suite.errors());
        String hot = persons.getFirst();
        List<String> rest = persons.subList(1, persons.size());
        Jobs ofOthers = suite.jobs(new Visits(run + "o", rest, hospitals, LINES, SEED));
        Jobs ofHot = suite.jobs(new Visits(run + "h", List.of(hot), hospitals, LINES, SEED));

        int warmUpVisits = Math.ceilDiv(warmUp, REQUESTS_OF_VISIT);
        progress.phase("预热（就诊）", "warming up, visits", warmUpVisits);
        new ClosedLoop(SuiteUnderLoad.PREPARING_IN_FLIGHT).run(warmUpVisits, ofOthers.settleAtOnce(suite.doors()));
        List<Visits.Prepared> alone = suite.prepare(ofOthers, rate * seconds);
        List<Visits.Prepared> beside = suite.prepare(ofOthers, rate * seconds);
        List<Visits.Prepared> rush = suite.prepare(ofHot, visits);

        progress.phase("其他人，平时", "the others, alone", 0);
        Latencies quiet = atRate(suite, ofOthers, alone);
        double attemptsBefore = suite.metrics().settlementAttempts();
        progress.phase("同一人的 " + visits + " 笔同时到达", visits + " of one person at once", 0);
        Rush found = rush(suite, ofHot, ofOthers, rush, beside);
        double attempts = (suite.metrics().settlementAttempts() - attemptsBefore) / (rush.size() + beside.size());
        Verdict verdict = suite.examination()
                .examine(suite.errors(), persons.subList(0, Math.min(persons.size(), 20)), run)
                .with(new Verdict.Check(
                        "每笔结算的尝试次数", "attempts per settlement", attempts <= ATTEMPTS_MAX, "%.2f".formatted(attempts)));
        report(quiet, found, verdict, suite.errors());
        return verdict.isValid() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /**
     * What came of the rush.
     *
     * @param hot latencies of the one person's settlements, from the instant of the rush
     * @param others latencies of the others meanwhile
     */
    private record Rush(Latencies hot, Latencies others) {}

    private Rush rush(
            SuiteUnderLoad suite, Jobs ofHot, Jobs ofOthers, List<Visits.Prepared> rush, List<Visits.Prepared> beside)
            throws InterruptedException, ExecutionException {
        StepTimes times = new StepTimes(Set.of(Step.SETTLE), rush.size());
        Job settle = ofHot.settle(suite.doors(), rush, times);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Double> hot = threads.submit(() -> {
                Thread.sleep(BEFORE_THE_RUSH);
                return new ClosedLoop(rush.size()).run(rush.size(), settle);
            });
            Latencies others = atRate(suite, ofOthers, beside);
            hot.get();
            return new Rush(times.of(Step.SETTLE), others);
        }
    }

    private Latencies atRate(SuiteUnderLoad suite, Jobs jobs, List<Visits.Prepared> prepared) {
        StepTimes times = new StepTimes(Set.of(Step.SETTLE), prepared.size());
        suite.atRate(jobs.settle(suite.doors(), prepared, times), rate, prepared.size());
        return times.of(Step.SETTLE);
    }

    private void report(Latencies quiet, Rush found, Verdict verdict, ErrorCounts errors) {
        List<String> lines = new ArrayList<>();
        lines.add("毫秒 ms: p50, p99, max");
        lines.add("其他人，平时 the others, alone           " + text(quiet));
        lines.add("其他人，高峰 the others, beside the rush " + text(found.others()));
        lines.add("同一人 the one person, %,d at once      %s".formatted(visits, text(found.hot())));
        lines.forEach(out::println);
        verdict.lines(errors.byLabel()).forEach(out::println);
    }

    private static String text(Latencies latencies) {
        return "%,.1f, %,.1f, %,.1f (%,d)"
                .formatted(
                        millis(latencies, MEDIAN), millis(latencies, P99), millis(latencies, MAX), latencies.count());
    }

    private static double millis(Latencies latencies, int perMille) {
        return latencies.nanosAt(perMille) / NANOS_PER_MILLI;
    }
}
