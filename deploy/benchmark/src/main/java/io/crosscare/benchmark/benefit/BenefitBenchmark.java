package io.crosscare.benchmark.benefit;

import io.crosscare.benchmark.benefit.drools.NanjingRules;
import io.crosscare.benchmark.command.Program;
import io.crosscare.benchmark.load.Progress;
import io.crosscare.benchmark.report.JsonFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how many bills a core splits in a second and what each allocates, and compares with Drools. First both must give the
 * same answers. Ends with 0 when they do and every bar is passed (none is held in a smoke run), with 1 when not, with 2 when it
 * was called wrongly.
 */
@Command(name = "benefit")
public final class BenefitBenchmark implements Callable<Integer> {

    private static final Settings FULL = new Settings(List.of(10, 30, 300), 10_000, 3, 5, 5, 1_000, 1);
    private static final Settings QUICK = new Settings(List.of(10), 10_000, 1, 2, 1, 1_000, 1);

    private final PrintStream out;

    @Option(names = "--quick", description = "a smoke run")
    private boolean isSmokeRun;

    @Option(names = "--lines", split = ",", description = "lines of a bill")
    private List<Integer> lines = new ArrayList<>();

    @Option(names = "--bills", description = "bills on which both sides must agree first")
    private @Nullable Integer bills;

    @Option(names = "--forks", description = "processes for each case")
    private @Nullable Integer forks;

    @Option(names = "--warm-ups", description = "iterations that do not count, in each process")
    private @Nullable Integer warmUps;

    @Option(names = "--iterations", description = "iterations in each process")
    private @Nullable Integer iterations;

    @Option(names = "--millis", description = "milliseconds of an iteration")
    private @Nullable Long millis;

    @Option(names = "--seed", description = "seed of the bills")
    private @Nullable Long seed;

    @Option(names = "--json", description = "where all figures go")
    private @Nullable Path json;

    BenefitBenchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        Program.run(BenefitBenchmark::new, arguments);
    }

    /** What was asked for; what was not said is as a full run or a smoke run has it. */
    Settings settings() {
        Settings usual = isSmokeRun ? QUICK : FULL;
        return new Settings(
                lines.isEmpty() ? usual.lineCounts() : lines,
                Objects.requireNonNullElse(bills, usual.agreed()),
                Objects.requireNonNullElse(forks, usual.forks()),
                Objects.requireNonNullElse(warmUps, usual.warmUps()),
                Objects.requireNonNullElse(iterations, usual.iterations()),
                Objects.requireNonNullElse(millis, usual.millis()),
                Objects.requireNonNullElse(seed, usual.seed()));
    }

    @Override
    public Integer call() throws IOException, Agreement.Broken {
        Settings settings = settings();
        Machine machine = Machine.here();
        Findings findings;
        try (Progress progress = new Progress(out)) {
            Agreement.Tried tried = agree(settings, progress);
            findings = new Findings(settings, machine, tried, isSmokeRun, measure(settings, progress));
        }
        out.print(new Report(findings).text());
        if (json != null) {
            JsonFile.write(json, new JsonReport(findings).tree());
        }
        boolean isPassed = isSmokeRun || findings.bars().stream().allMatch(Findings.Bar::isPassed);
        return isPassed ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static Agreement.Tried agree(Settings settings, Progress progress) throws Agreement.Broken {
        progress.phase("编译规则", "compiling the rules", 0);
        NanjingRules rules = NanjingRules.build();
        SampleBills bills = new SampleBills(Insured.NANJING, ShippedRules.read());
        progress.phase("核对两边的答案", "comparing the answers", settings.agreed());
        return new Agreement(bills, rules).require(settings.seed(), settings.agreed(), _ -> progress.tick());
    }

    private static Map<Case, Found> measure(Settings settings, Progress progress) throws IOException {
        Jmh jmh = new Jmh(settings);
        Map<Case, Found> found = new LinkedHashMap<>();
        List<Case> cases = Case.of(settings.lineCounts());
        for (Case measured : cases) {
            String count = "%d/%d".formatted(found.size() + 1, cases.size());
            progress.phase("测量 " + count, measured.name(), 0);
            found.put(measured, jmh.measure(measured));
        }
        return found;
    }
}
