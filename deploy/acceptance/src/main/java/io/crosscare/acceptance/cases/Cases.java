package io.crosscare.acceptance.cases;

import io.crosscare.acceptance.Difference;
import io.crosscare.acceptance.GatewayClient;
import io.crosscare.acceptance.Json;
import io.crosscare.acceptance.Tokens;
import io.crosscare.chassis.id.RandomIds;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;

/**
 * Plays files of worked cases through the gateway of a running suite. Exit 0 when every case passed, 1 when one did not, 2 when a
 * file cannot be read or no suite runs.
 */
@Command(
        name = "cases",
        mixinStandardHelpOptions = true,
        description = {"经运行中系统的网关逐一办理案例文件。", "Plays files of worked cases through the gateway of a running suite."})
public final class Cases implements Callable<Integer> {

    private static final Duration TOKEN_TTL = Duration.ofHours(2);

    private final PrintStream out;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "案例文件 files in the golden format")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "数据目录 the suite's data directory")
    private Path data = Path.of(".crosscare");

    @Option(names = "--port-base", paramLabel = "B", description = "只用这组端口的一套 only a suite that uses ports from B")
    private @Nullable Integer portBase;

    @Option(names = "--case", paramLabel = "ID", description = "只办理该案例，可多次 this case only; may be repeated")
    private List<String> only = new ArrayList<>();

    @Option(names = "--json", paramLabel = "REPORT", description = "把结果写成 JSON results as JSON")
    private @Nullable Path report;

    Cases(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(out, arguments));
    }

    /** Runs the command and gives its exit code. */
    public static int run(PrintStream out, String... arguments) {
        return new CommandLine(new Cases(out)).execute(arguments);
    }

    @Override
    public Integer call() {
        try {
            List<WorkedCase> cases = chosen();
            List<CaseResult> results = play(cases);
            return CaseReport.of(results).tell(out, report) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (UnreadableFileException | Difference unplayable) {
            out.println("✗ " + unplayable.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    private List<WorkedCase> chosen() {
        List<WorkedCase> all = new ArrayList<>();
        files.forEach(file -> all.addAll(read(file)));
        List<WorkedCase> chosen = all.stream()
                .filter(worked -> only.isEmpty() || only.contains(worked.id()))
                .toList();
        if (chosen.isEmpty()) {
            throw new UnreadableFileException("没有 --case 所指的案例 · there is no such case as --case names");
        }
        return chosen;
    }

    private static List<WorkedCase> read(Path file) {
        try {
            return CaseReader.read(Json.read(Files.readString(file)));
        } catch (IOException | JacksonException unreadable) {
            throw new UnreadableFileException("%s: 无法读取 · cannot be read (%s)"
                    .formatted(file, unreadable.getClass().getSimpleName()));
        } catch (UnreadableFileException noCases) {
            throw new UnreadableFileException(file + ": " + noCases.getMessage());
        }
    }

    private List<CaseResult> play(List<WorkedCase> cases) {
        URI gateway = gateway();
        out.println("网关 gateway %s，%d 个案例 cases".formatted(gateway, cases.size()));
        try (GatewayClient client = new GatewayClient(gateway, tokens(), (_, _, _, _) -> {}, System::nanoTime)) {
            Suite suite = new Suite(client, RandomIds.secure());
            return new PlayCases(suite, new SecureRandom()).play(cases, CaseReport.line(out), out::println);
        }
    }

    private URI gateway() {
        Optional<URI> found = RunningSuite.of(data).gateway();
        if (found.isEmpty()) {
            throw new Difference(data + ": 没有运行中的系统 · no suite runs there");
        }
        if (portBase != null && found.get().getPort() != portBase) {
            throw new Difference("%s: 运行中的系统用的是端口 %d · the suite that runs there uses port %d"
                    .formatted(data, found.get().getPort(), found.get().getPort()));
        }
        return found.get();
    }

    private Tokens tokens() {
        try {
            DevelopmentTokens issuer = DevelopmentTokens.of(data);
            return party -> issuer.token(party.role(), party.claims(), TOKEN_TTL);
        } catch (IllegalStateException noSuite) {
            throw new Difference(String.valueOf(noSuite.getMessage()), noSuite);
        }
    }
}
