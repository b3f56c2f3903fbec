package io.crosscare.acceptance;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.local.suite.RunningSuite;
import io.crosscare.local.token.DevelopmentTokens;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Plays the main job of the suite on a running gateway and says what it sees. Exit 0 when every step passed, 1 at the first
 * difference, 2 when it was called wrongly.
 */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "在运行中的系统上演示一次异地就医直接结算。",
            "Plays one direct settlement of care outside the insured region on a running suite."
        })
public final class Demo implements Callable<Integer> {

    private static final Duration TOKEN_TTL = Duration.ofMinutes(30);

    private final PrintStream out;

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "网关地址 the gateway (default: ${DEFAULT-VALUE})")
    private URI gateway = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "系统的数据目录，含签发开发令牌的密钥 the suite's data directory, with the key of its development tokens")
    private Path data = Path.of(".crosscare");

    Demo(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new Demo(out)).execute(arguments));
    }

    @Override
    public Integer call() {
        Narration narration = new Narration(out);
        try (GatewayClient client = new GatewayClient(gateway, tokens(), narration::request, System::nanoTime)) {
            narration.line("网关 gateway " + client.root() + "，以下路径均在其下 all paths below stand under it");
            new DemoSteps(client, narration, RandomIds.secure(), new SecureRandom(), RunningSuite.of(data)).play();
            narration.line("");
            narration.line("demo: %d steps passed".formatted(DemoSteps.COUNT));
            return CommandLine.ExitCode.OK;
        } catch (Difference difference) {
            narration.line("");
            narration.line("✗ " + difference.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
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
