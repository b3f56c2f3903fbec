package io.crosscare.benchmark.lookup;

import io.crosscare.benchmark.command.Program;
import io.crosscare.benchmark.http.HttpClient;
import io.crosscare.benchmark.http.Request;
import io.crosscare.benchmark.load.Answers;
import io.crosscare.benchmark.load.Callers;
import io.crosscare.benchmark.load.ClosedLoop;
import io.crosscare.benchmark.load.ErrorCounts;
import io.crosscare.benchmark.load.Job;
import io.crosscare.benchmark.load.OpenLoop;
import io.crosscare.benchmark.load.People;
import io.crosscare.benchmark.load.Progress;
import io.crosscare.benchmark.load.Unexpected;
import io.crosscare.benchmark.lookup.Look.Subjects;
import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.measure.ProcessorUse;
import io.crosscare.benchmark.measure.Schedule;
import io.crosscare.benchmark.measure.Spread;
import io.crosscare.benchmark.report.Table;
import io.crosscare.benchmark.suite.Meter;
import io.crosscare.benchmark.suite.OwnSuite;
import io.crosscare.benchmark.suite.RunningSuite;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Asks a suite at a fixed rate, one kind of question after the other, in rounds. Ends with 0 when every question was answered
 * and the p99 of each kind stays under the bar, else with 1.
 */
@Command(
        name = "look-ups",
        mixinStandardHelpOptions = true,
        description =
                "Measures filing checks and institution look-ups through the gateway at a fixed rate (open loop).")
public final class LookUpBenchmark implements Callable<Integer> {

    private static final int OK = 200;
    private static final int WARM_UP_IN_FLIGHT = 8;
    private static final int MEDIAN = 500;
    private static final int P99 = 990;
    private static final int MAX = 1_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String HOSPITAL = "H31000000001";

    private final PrintStream out;

    @Option(names = "--rate", defaultValue = "100", description = "questions per second, default ${DEFAULT-VALUE}")
    private int rate;

    @Option(names = "--seconds", defaultValue = "20", description = "of one measurement, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "in which all kinds take turns, default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--warm-up",
            defaultValue = "30000",
            description = "questions before anything counts, default ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--persons", defaultValue = "1000", description = "filed persons, default ${DEFAULT-VALUE}")
    private int persons;

    @Option(names = "--bar", defaultValue = "100", description = "milliseconds of p99, default ${DEFAULT-VALUE}")
    private int bar;

    @Option(names = "--port-base", defaultValue = "28080", description = "ports of the suite, default ${DEFAULT-VALUE}")
    private int portBase;

    @Option(names = "--root", hidden = true, required = true, description = "root of the repository")
    private Path root = Path.of("");

    private LookUpBenchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        Program.run(LookUpBenchmark::new, arguments);
    }

    /** One kind of question in one round. */
    private record Round(Latencies latencies, double microsPerAnswer) {}

    @Override
    public Integer call() throws IOException, InterruptedException, Unexpected {
        Path data = Files.createTempDirectory("look-up-benchmark");
        try (OwnSuite own = OwnSuite.start(root, data, portBase, true);
                Progress progress = new Progress(out)) {
            return measure(own.running(), progress);
        }
    }

    private int measure(RunningSuite suite, Progress progress) throws IOException, InterruptedException, Unexpected {
        ErrorCounts errors = new ErrorCounts();
        Map<Look, List<Round>> found = new EnumMap<>(Look.class);
        try (HttpClient gateway = new HttpClient(suite.gateway())) {
            Callers callers = new Callers(suite.data(), suite.keys(), Clock.systemUTC());
            String run = Program.newRun();
            People people = new People(gateway, callers, run, progress);
            Subjects subjects = new Subjects(people.persons(persons, run.hashCode(), errors), people.hospitals());
            String bearer = callers.hospital(HOSPITAL);
            Meter meter = new Meter(suite.pids());
            List<Look> looks = List.of(Look.values());
            progress.phase("预热", "warming up", warmUp);
            new ClosedLoop(WARM_UP_IN_FLIGHT).run(warmUp, (index, _) -> {
                Look look = looks.get(index % looks.size());
                ask(gateway, Request.get(look.path(index, subjects), bearer), errors);
                progress.tick();
            });
            for (int round = 1; round <= rounds; round++) {
                for (Look look : looks) {
                    progress.phase("第 " + round + " 轮 " + look.zh(), "round " + round + ", " + look.en(), 0);
                    found.computeIfAbsent(look, _ -> new ArrayList<>())
                            .add(measure(gateway, look, subjects, bearer, errors, meter));
                }
            }
        }
        return report(found, errors);
    }

    private Round measure(
            HttpClient gateway, Look look, Subjects subjects, String bearer, ErrorCounts errors, Meter meter)
            throws IOException {
        Schedule schedule = Schedule.of(System.nanoTime(), rate, seconds);
        long[] took = new long[schedule.count()];
        Meter.Snapshot before = meter.read();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Job job = (index, due) -> {
                ask(gateway, Request.get(look.path(index, subjects), bearer), errors);
                took[index] = System.nanoTime() - due;
            };
            new OpenLoop(threads).run(schedule, job, () -> errors.count("未发出 not begun, too many in flight"));
        }
        ProcessorUse use = Meter.between(before, meter.read());
        return new Round(Latencies.ofNanos(took), (double) use.sum(meter.suite()) / schedule.count());
    }

    private static void ask(HttpClient gateway, Request request, ErrorCounts errors) {
        try {
            Answers.require(gateway, request, OK);
        } catch (Unexpected e) {
            errors.count(e.label());
        }
    }

    private int report(Map<Look, List<Round>> found, ErrorCounts errors) {
        Table table =
                new Table().row(List.of("每秒 " + rate + " at " + rate + "/s", "p50 ms", "p99 ms", "max ms", "CPU-µs"));
        boolean isUnderBar = true;
        for (Map.Entry<Look, List<Round>> look : found.entrySet()) {
            List<Round> all = look.getValue();
            Spread p99 = spread(all, round -> millis(round, P99));
            isUnderBar &= p99.median() < bar;
            table.row(List.of(
                    look.getKey().zh() + " " + look.getKey().en(),
                    spread(all, round -> millis(round, MEDIAN)).text(2),
                    p99.text(2),
                    spread(all, round -> millis(round, MAX)).text(1),
                    spread(all, Round::microsPerAnswer).text(0)));
        }
        out.print(table.text());
        out.printf("中位数 (最小–最大), %d 轮, 每次 %d 秒; CPU 为整套系统, 含静止时的消耗%n", rounds, seconds);
        out.printf(
                "median (min–max) of %d rounds of %d s; processor time is the whole suite's, with what it uses at"
                        + " rest%n",
                rounds, seconds);
        errors.byLabel().forEach((label, count) -> out.printf("错误 error %s: %d%n", label, count));
        return isUnderBar && errors.total() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static Spread spread(List<Round> all, ToDoubleFunction<Round> figure) {
        return Spread.of(all.stream().mapToDouble(figure).boxed().toList());
    }

    private static double millis(Round round, int perMille) {
        return round.latencies().nanosAt(perMille) / NANOS_PER_MILLI;
    }
}
