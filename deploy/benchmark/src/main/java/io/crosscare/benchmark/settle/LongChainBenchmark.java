package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.command.Program;
import io.crosscare.benchmark.load.Progress;
import io.crosscare.benchmark.load.Unexpected;
import io.crosscare.benchmark.report.JsonFile;
import io.crosscare.benchmark.settle.LongChainSettings.Part;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures whether a settlement costs more where the person has many entries, and where the store has. Ends with 0 when the
 * figures are valid and every bar is passed (none is held when it is only tried), with 1 when not, with 2 when it was called
 * wrongly.
 */
@Command(name = "long-chain")
public final class LongChainBenchmark implements Callable<Integer> {

    /** From the ports of the one suite to those of the other, unless it is said. */
    private static final int TO_NEXT_SUITE = 40;

    private static final List<Part> ALL = List.of(Part.values());
    private static final LongChainSettings FULL =
            new LongChainSettings(ALL, 7, 16, 400, 10_000, 10, 200_000, 2_000, 8, 60_000, 1, false);
    private static final LongChainSettings QUICK =
            new LongChainSettings(ALL, 2, 4, 40, 300, 10, 3_000, 300, 4, 600, 1, true);

    private final PrintStream out;

    @Option(names = "--quick", description = "a short run, for trying")
    private boolean isTrial;

    @Option(names = "--part", split = ",", description = "what is compared")
    private List<Part> parts = new ArrayList<>();

    @Option(names = "--rounds", description = "rounds in which both sides take turns")
    private @Nullable Integer rounds;

    @Option(names = "--persons", description = "persons of each side in a round")
    private @Nullable Integer persons;

    @Option(names = "--settlements", description = "of one measurement")
    private @Nullable Integer settlements;

    @Option(names = "--long", description = "entries of a person with many")
    private @Nullable Integer longChain;

    @Option(names = "--short", description = "entries of a person with few")
    private @Nullable Integer shortChain;

    @Option(names = "--much", description = "entries of the store with many")
    private @Nullable Integer much;

    @Option(names = "--little", description = "entries of the store with few")
    private @Nullable Integer little;

    @Option(names = "--in-flight", description = "settlements in flight")
    private @Nullable Integer inFlight;

    @Option(names = "--warm-up", description = "requests to each suite before anything counts")
    private @Nullable Integer warmUp;

    @Option(names = "--seed", description = "seed of the bills")
    private @Nullable Long seed;

    @Option(names = "--port-base", description = "ports of the suite")
    private int portBase = 28_080;

    @Option(names = "--second-port-base", description = "ports of the other suite")
    private @Nullable Integer secondPortBase;

    @Option(names = "--json", description = "where all figures of all rounds go")
    private @Nullable Path json;

    @Option(names = "--root", hidden = true, required = true, description = "root of the repository")
    private Path root = Path.of("");

    LongChainBenchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        Program.run(LongChainBenchmark::new, arguments);
    }

    /** What was asked for; what was not said is as a full run or a short one has it. */
    LongChainSettings settings() {
        LongChainSettings usual = isTrial ? QUICK : FULL;
        return new LongChainSettings(
                parts.isEmpty() ? usual.parts() : parts,
                Objects.requireNonNullElse(rounds, usual.rounds()),
                Objects.requireNonNullElse(persons, usual.persons()),
                Objects.requireNonNullElse(settlements, usual.settlements()),
                Objects.requireNonNullElse(longChain, usual.longChain()),
                Objects.requireNonNullElse(shortChain, usual.shortChain()),
                Objects.requireNonNullElse(much, usual.much()),
                Objects.requireNonNullElse(little, usual.little()),
                Objects.requireNonNullElse(inFlight, usual.inFlight()),
                Objects.requireNonNullElse(warmUp, usual.warmUp()),
                Objects.requireNonNullElse(seed, usual.seed()),
                isTrial);
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Unexpected {
        LongChainSettings settings = settings();
        LongChainFindings findings;
        try (Progress progress = new Progress(out)) {
            findings = new LongChainCampaign(
                            settings,
                            root,
                            portBase,
                            Objects.requireNonNullElse(secondPortBase, portBase + TO_NEXT_SUITE),
                            Program.newRun(),
                            progress,
                            Clock.systemUTC())
                    .run();
        }
        LongChainReport report = new LongChainReport(findings);
        out.print(report.text());
        if (json != null) {
            JsonFile.write(json, report.tree());
        }
        return findings.isPassed() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
