package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.command.Program;
import io.crosscare.benchmark.load.Progress;
import io.crosscare.benchmark.load.Unexpected;
import io.crosscare.benchmark.report.JsonFile;
import io.crosscare.benchmark.settle.Entrance.Through;
import io.crosscare.benchmark.settle.Settings.Load;
import io.crosscare.benchmark.settle.Settings.Mode;
import io.crosscare.benchmark.suite.OwnSuite;
import io.crosscare.benchmark.suite.RunningSuite;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Puts load on a suite, by the clock and as much as it takes, and says what came of it. Ends with 0 when everything that was
 * answered is in the chains, once, and nothing was refused; with 1 when not; with 2 when it was called wrongly.
 */
@Command(name = "settle")
public final class SettleBenchmark implements Callable<Integer> {

    private static final int PORT_BASE = 28_080;

    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();

    @Option(names = "--mode", description = "settle, or the whole flow")
    private Mode mode = Mode.SETTLE;

    @Option(names = "--rate", split = ",", description = "arrivals per second")
    private List<Integer> rates = new ArrayList<>();

    @Option(names = "--saturation", description = "as many settlements as the suite takes")
    private boolean isSaturated;

    @Option(names = "--in-flight", split = ",", description = "in flight at saturation")
    private List<Integer> inFlights = new ArrayList<>(List.of(64));

    @Option(names = "--through", split = ",", description = "gateway, direct or both")
    private List<Through> throughs = new ArrayList<>(List.of(Through.GATEWAY));

    @Option(names = "--rounds", description = "rounds in which all cases take turns")
    private int rounds = 5;

    @Option(names = "--seconds", description = "of one measurement")
    private int seconds = 20;

    @Option(names = "--raw-seconds", description = "of raw inserts, 0 for none")
    private int rawSeconds = 5;

    @Option(names = "--warm-up", description = "requests through the gateway before anything counts")
    private int warmUp = 60_000;

    @Option(names = "--persons", description = "persons")
    private int persons = 2_000;

    @Option(names = "--lines", description = "fee lines of a bill")
    private int lines = 3;

    @Option(names = "--checked", description = "persons whose chains are read afterwards")
    private int checked = 500;

    @Option(names = "--seed", description = "seed of the bills")
    private long seed = 1;

    @Option(names = "--data", description = "data directory of the suite, a temporary one by default")
    private @Nullable Path data;

    @Option(names = "--port-base", description = "ports of a suite that is started here")
    private @Nullable Integer portBase;

    @Option(names = "--json", description = "where all figures of all rounds go")
    private @Nullable Path json;

    @Option(names = "--root", hidden = true, required = true, description = "root of the repository")
    private Path root = Path.of("");

    private SettleBenchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        Program.run(SettleBenchmark::new, arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException, Unexpected {
        Settings settings = settings();
        if (data != null) {
            Optional<RunningSuite> running = RunningSuite.find(data);
            if (running.isPresent()) {
                requirePortBase(running.get());
                return measure(settings, running.get());
            }
        }
        boolean isThrowAway = data == null;
        Path folder = data == null ? Files.createTempDirectory("settle-benchmark") : data;
        try (OwnSuite own = OwnSuite.start(root, folder, portBase == null ? PORT_BASE : portBase, isThrowAway)) {
            return measure(settings, own.running());
        }
    }

    private int measure(Settings settings, RunningSuite suite)
            throws IOException, InterruptedException, ExecutionException, Unexpected {
        Findings findings;
        try (Progress progress = new Progress(out);
                Campaign campaign = new Campaign(settings, suite, progress, Program.newRun(), clock)) {
            findings = campaign.run();
        }
        out.print(new Report(findings).text());
        if (json != null) {
            JsonFile.write(json, new JsonReport(findings).tree());
        }
        return findings.verdict().isValid() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Settings settings() {
        List<Load> loads = new ArrayList<>();
        List<Integer> wanted = rates.isEmpty() && !isSaturated ? List.of(20, 50) : rates;
        wanted.forEach(rate -> loads.add(new Load.AtRate(rate)));
        if (isSaturated) {
            inFlights.forEach(inFlight -> loads.add(new Load.Saturated(inFlight)));
        }
        return new Settings(mode, throughs, loads, rounds, seconds, rawSeconds, warmUp, persons, lines, checked, seed);
    }

    private void requirePortBase(RunningSuite suite) {
        if (portBase != null && portBase != suite.portBase()) {
            throw new IllegalArgumentException("--port-base %d: 那里运行的一套从 %d 起 / the suite there uses ports from %d"
                    .formatted(portBase, suite.portBase(), suite.portBase()));
        }
    }
}
