package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.command.Program;
import io.crosscare.benchmark.load.Progress;
import io.crosscare.benchmark.load.Unexpected;
import io.crosscare.benchmark.report.JsonFile;
import io.crosscare.benchmark.suite.OwnSuite;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Settles at a fixed rate while one neighbour of settlement-service after the other does not answer, and says what came of it.
 * Ends with 0 when whatever was not settled was told 503, all recovered by itself, and chains and auditor agree; with 1 when not;
 * with 2 when it was called wrongly.
 */
@Command(name = "sick-neighbour")
public final class SickNeighbourBenchmark implements Callable<Integer> {

    private static final List<Neighbour> ALL = List.of(Neighbour.values());
    private static final SickNeighbourSettings FULL =
            new SickNeighbourSettings(ALL, 50, 20, 20, false, 60_000, 2_000, 100, 1, false);
    private static final SickNeighbourSettings QUICK =
            new SickNeighbourSettings(ALL, 10, 15, 8, false, 600, 50, 100, 1, true);

    private final PrintStream out;

    @Option(names = "--quick", description = "a short run, for trying")
    private boolean isTrial;

    @Option(names = "--neighbours", split = ",", description = "who falls sick")
    private List<Neighbour> neighbours = new ArrayList<>();

    @Option(names = "--rate", description = "settlements per second")
    private @Nullable Integer rate;

    @Option(names = "--well", description = "seconds of a phase in which nobody is sick")
    private @Nullable Integer wellSeconds;

    @Option(names = "--sick", description = "seconds of a phase in which somebody is")
    private @Nullable Integer sickSeconds;

    @Option(names = "--down", description = "killed instead of suspended")
    private boolean isDown;

    @Option(names = "--warm-up", description = "requests through the gateway before anything counts")
    private @Nullable Integer warmUp;

    @Option(names = "--persons", description = "persons")
    private @Nullable Integer persons;

    @Option(names = "--bar", description = "milliseconds of p99")
    private @Nullable Integer barMillis;

    @Option(names = "--seed", description = "seed of the bills")
    private @Nullable Long seed;

    @Option(names = "--port-base", description = "ports of the suite")
    private int portBase = 28_080;

    @Option(names = "--json", description = "where all figures go")
    private @Nullable Path json;

    @Option(names = "--root", hidden = true, required = true, description = "root of the repository")
    private Path root = Path.of("");

    SickNeighbourBenchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        Program.run(SickNeighbourBenchmark::new, arguments);
    }

    /** What was asked for; what was not said is as a full run or a short one has it. */
    SickNeighbourSettings settings() {
        SickNeighbourSettings usual = isTrial ? QUICK : FULL;
        return new SickNeighbourSettings(
                neighbours.isEmpty() ? usual.neighbours() : neighbours,
                Objects.requireNonNullElse(rate, usual.rate()),
                Objects.requireNonNullElse(wellSeconds, usual.wellSeconds()),
                Objects.requireNonNullElse(sickSeconds, usual.sickSeconds()),
                isDown,
                Objects.requireNonNullElse(warmUp, usual.warmUp()),
                Objects.requireNonNullElse(persons, usual.persons()),
                Objects.requireNonNullElse(barMillis, usual.barMillis()),
                Objects.requireNonNullElse(seed, usual.seed()),
                isTrial);
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException, Unexpected {
        SickNeighbourSettings settings = settings();
        SickNeighbourFindings findings;
        Path data = Files.createTempDirectory("sick-neighbour-benchmark");
        try (OwnSuite own = OwnSuite.start(root, data, portBase, true);
                Progress progress = new Progress(out);
                SickNeighbourCampaign campaign = new SickNeighbourCampaign(
                        settings, own.running(), progress, Program.newRun(), Clock.systemUTC())) {
            findings = campaign.run();
        }
        SickNeighbourReport report = new SickNeighbourReport(findings);
        out.print(report.text());
        if (json != null) {
            JsonFile.write(json, report.tree());
        }
        return findings.verdict().isValid() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
