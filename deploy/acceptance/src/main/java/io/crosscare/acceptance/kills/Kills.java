package io.crosscare.acceptance.kills;

import io.crosscare.acceptance.Difference;
import io.crosscare.acceptance.GatewayClient;
import io.crosscare.acceptance.LocalSuite;
import io.crosscare.acceptance.Party;
import io.crosscare.local.outage.Volume;
import io.crosscare.local.suite.RunningSuite;
import io.crosscare.local.token.DevelopmentTokens;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Plays one run of kills on a suite: on the one that runs in the data directory, else on one of its own that it stops
 * afterwards. The power is cut of a suite of its own only. Exit 0 when nothing was lost, doubled or left unknown and the audit
 * is clean, 1 when not, 2 when called wrongly.
 */
@Command(name = "kills")
public final class Kills implements Callable<Integer> {

    private static final Duration TOKEN_TTL = Duration.ofHours(24);

    private final PrintStream out;

    @Parameters(paramLabel = "N", description = "how many processes are killed, or how often the power is cut")
    private int kills;

    @Option(names = "--seed", paramLabel = "S", description = "repeats the moments and choices of a run")
    private @Nullable Long seed;

    @ArgGroup
    private Other other = new Other();

    @Option(names = "--clients", paramLabel = "C", description = "persons treated at the same time, 6 by default")
    private int clients = 6;

    @Option(names = "--port-base", paramLabel = "B", description = "ports of a suite of its own, free ones by default")
    private @Nullable Integer portBase;

    @Option(
            names = "--journals",
            paramLabel = "DIR",
            description = "where the journals go, in the data directory by default")
    private @Nullable Path journals;

    @Option(names = "--root", hidden = true, required = true, description = "root of the repository")
    private Path root = Path.of("");

    /** What else than killing processes of a suite of its own; one of these at most. */
    private static final class Other {

        @Option(names = "--power-cut", description = "cut the power of the whole suite instead")
        private boolean powerCut;

        @ArgGroup(exclusive = false)
        private OfProcess ofProcess = new OfProcess();
    }

    /** How one process is ended, and of which suite. */
    private static final class OfProcess {

        @Option(names = "--terminate", description = "ask them to end (SIGTERM) instead of killing them")
        private boolean terminate;

        @Option(names = "--data", paramLabel = "DIR", description = "data directory of the suite, a new one by default")
        private @Nullable Path data;
    }

    Kills(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Kills(out));
        line.setExecutionExceptionHandler((problem, self, ignored) -> {
            self.getErr().println(problem.getMessage());
            return problem instanceof IllegalArgumentException
                    ? CommandLine.ExitCode.USAGE
                    : CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        KillRun.Plan plan = new KillRun.Plan(kills, seed == null ? new SecureRandom().nextLong() : seed, clients);
        Progress progress = new Progress(out, System::nanoTime);
        return other.powerCut ? cutPower(plan, progress) : end(plan, progress);
    }

    private int cutPower(KillRun.Plan plan, Progress progress) throws IOException {
        Path folder = Files.createTempDirectory("crosscare-power-cuts-");
        try (Volume volume = Volume.create(folder, "disk")) {
            LocalSuite suite = new LocalSuite(root, volume.folder().resolve("data"), basePort(), List.of());
            return playOnOwn(suite, new PowerCut(suite, volume), plan, folder.resolve("journals"), progress);
        }
    }

    private int end(KillRun.Plan plan, Progress progress) throws IOException {
        Path data = other.ofProcess.data;
        Path folder = data == null ? Files.createTempDirectory("crosscare-kills-") : data;
        Optional<URI> running = RunningSuite.of(folder).gateway();
        int base = running.map(URI::getPort).orElseGet(this::basePort);
        LocalSuite suite = new LocalSuite(root, folder, base, List.of());
        Blow blow = other.ofProcess.terminate ? EndedProcess.asked(suite) : EndedProcess.killed(suite);
        Path books = folder.resolve("kills-" + Long.toUnsignedString(plan.seed(), 36));
        return running.isPresent()
                ? play(suite, blow, plan, books, progress)
                : playOnOwn(suite, blow, plan, books, progress);
    }

    private int basePort() {
        return portBase == null ? RunningSuite.freePortBase() : portBase;
    }

    private int playOnOwn(LocalSuite suite, Blow blow, KillRun.Plan plan, Path books, Progress progress) {
        Thread atExit = new Thread(suite::down, "stop-suite");
        Runtime.getRuntime().addShutdownHook(atExit);
        progress.say("启动一套系统, 数据在 " + suite.data(), "starting a suite of its own");
        suite.up();
        try {
            return play(suite, blow, plan, books, progress);
        } finally {
            suite.down();
            Runtime.getRuntime().removeShutdownHook(atExit);
            progress.say("已停止", "stopped");
        }
    }

    private int play(LocalSuite suite, Blow blow, KillRun.Plan plan, Path books, Progress progress) {
        DevelopmentTokens issuer = DevelopmentTokens.of(suite.data());
        try (GatewayClient gateway = new GatewayClient(
                suite.gateway(),
                (Party party) -> issuer.token(party.role(), party.claims(), TOKEN_TTL),
                (party, call, answer, took) -> {},
                System::nanoTime)) {
            Path folder = journals == null ? books : journals;
            Report report = new KillRun(gateway, blow, folder, plan, progress).play();
            report.lines().forEach(progress::line);
            return report.isClean() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (Difference difference) {
            progress.line("✗ " + difference.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
