package io.crosscare.acceptance.restore;

import io.crosscare.acceptance.Difference;
import io.crosscare.acceptance.GatewayClient;
import io.crosscare.acceptance.LocalSuite;
import io.crosscare.acceptance.Party;
import io.crosscare.acceptance.kills.Progress;
import io.crosscare.local.suite.RunningSuite;
import io.crosscare.local.token.DevelopmentTokens;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Rehearses backup, loss and restore on a suite of its own. Exit 0 when every answer from before the backup is kept, every later
 * one is listed as lost and settled again, and the audit is clean; else 1; 2 when called wrongly.
 */
@Command(name = "rehearse-restore")
public final class RehearseRestore implements Callable<Integer> {

    private static final Duration TOKEN_TTL = Duration.ofHours(8);

    private final PrintStream out;

    @Option(names = "--settlements", paramLabel = "N", description = "before and after the backup, 40 by default")
    private int settlements = 40;

    @Option(names = "--clients", paramLabel = "C", description = "persons treated at the same time, 4 by default")
    private int clients = 4;

    @Option(names = "--data", paramLabel = "DIR", description = "new directory for all of it, made by default")
    private @Nullable Path folder;

    @Option(names = "--port-base", paramLabel = "B", description = "ports of the suite, free ones by default")
    private @Nullable Integer portBase;

    @Option(names = "--root", hidden = true, required = true, description = "root of the repository")
    private Path root = Path.of("");

    RehearseRestore(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new RehearseRestore(out));
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
        RestoreRun.Plan plan = new RestoreRun.Plan(settlements, clients);
        Progress progress = new Progress(out, System::nanoTime);
        Path own = folder == null
                ? Files.createTempDirectory("crosscare-rehearsal-")
                : Files.createDirectory(folder.toAbsolutePath());
        int base = portBase == null ? RunningSuite.freePortBase() : portBase;
        LocalSuite suite = new LocalSuite(root, own.resolve("data"), base, List.of());
        Thread atExit = new Thread(suite::down, "stop-suite");
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            progress.say("启动一套系统, 一切都在 " + own, "starting a suite of its own, everything is there");
            suite.up();
            return play(suite, own.resolve("copy"), plan, progress);
        } catch (Difference difference) {
            progress.line("✗ " + difference.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        } finally {
            suite.down();
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }

    private static int play(LocalSuite suite, Path copy, RestoreRun.Plan plan, Progress progress) {
        DevelopmentTokens issuer = DevelopmentTokens.of(suite.data());
        try (GatewayClient gateway = new GatewayClient(
                suite.gateway(),
                (Party party) -> issuer.token(party.role(), party.claims(), TOKEN_TTL),
                (party, call, answer, took) -> {},
                System::nanoTime)) {
            RestoreReport report = new RestoreRun(gateway, suite, copy, plan, progress).play();
            report.lines().forEach(progress::line);
            return report.isClean() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }
}
