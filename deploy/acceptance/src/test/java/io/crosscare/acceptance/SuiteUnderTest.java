package io.crosscare.acceptance;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.local.data.DataFolder;
import io.crosscare.local.data.UnsuitableFolderException;
import io.crosscare.local.suite.RunningSuite;
import io.crosscare.local.token.DevelopmentTokens;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A suite that E2E classes of a run play on: real processes of the jars that the build has packaged, on data of their
 * own. Stopped when the run is over, however it ends; its logs stay when a test has failed.
 */
final class SuiteUnderTest implements AutoCloseable {

    private static final Duration TOKEN_TTL = Duration.ofMinutes(30);

    /** What runs there afterwards is of this run. */
    private static final AtomicBoolean HAS_TIDIED = new AtomicBoolean();

    private final LocalSuite suite;
    private final Path settings;
    private final GatewayClient client;
    private final AtomicBoolean hasFailed = new AtomicBoolean();
    private final Thread atExit = new Thread(this::stop, "stop-suite");
    private final ContractWatch contract = new ContractWatch();
    private @Nullable Difference startFailure;

    private SuiteUnderTest(LocalSuite suite, Path settings) {
        this.suite = suite;
        this.settings = settings;
        this.client = new GatewayClient(suite.gateway(), this::bearerOf, this::answered, System::nanoTime);
    }

    static SuiteUnderTest start() {
        try {
            SuiteUnderTest suite = onFreshData();
            Runtime.getRuntime().addShutdownHook(suite.atExit);
            suite.tryToStart();
            return suite;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized SuiteUnderTest onFreshData() throws IOException {
        Path folder = RepositoryFolder.target().resolve("e2e");
        Files.createDirectories(folder);
        if (!HAS_TIDIED.getAndSet(true)) {
            stopWhatAKilledRunLeft(folder);
        }
        Path data = Files.createTempDirectory(folder, "suite-");
        Path settings = data.resolveSibling(data.getFileName() + ".settings");
        Files.createDirectories(settings);
        Path readings = Files.writeString(settings.resolve("readings.json"), strictNanjing());
        return new SuiteUnderTest(
                new LocalSuite(
                        RepositoryFolder.root(),
                        data,
                        RunningSuite.freePortBase(),
                        List.of("--as-built"),
                        Map.of(
                                "SPRING_CONFIG_ADDITIONAL_LOCATION",
                                "optional:file:" + settings + "/",
                                "CROSSCARE_SETTLEMENT_ELIGIBILITYREADINGS",
                                readings.toString())),
                settings.resolve("application.properties"));
    }

    /** The readings as shipped, but that Nanjing settles nothing while its core system is silent. */
    private static String strictNanjing() throws IOException {
        Path shipped =
                RepositoryFolder.root().resolve("settlement-service/src/main/resources/eligibility-readings.json");
        ObjectNode readings = (ObjectNode) Json.read(Files.readString(shipped));
        ((ObjectNode) readings.at("/regions/320100/externalFeeds/0/rule")).put("then", "REFUSE");
        return readings.toString();
    }

    /** What services read beside their own settings when they start the next time; in place of what was said before. */
    void set(String... lines) {
        try {
            Files.write(settings, List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tryToStart() {
        try {
            suite.up();
        } catch (Difference difference) {
            noteFailure();
            startFailure = difference;
        }
    }

    /** A start that failed is not tried again for every class: each is told why there is no suite. */
    SuiteUnderTest started() {
        Difference failure = startFailure;
        if (failure != null) {
            throw failure;
        }
        return this;
    }

    LocalSuite local() {
        return suite;
    }

    GatewayClient client() {
        return client;
    }

    /** The steps of the demo on this suite; what they would tell people is not shown. */
    DemoSteps steps() {
        Narration untold =
                new Narration(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        return new DemoSteps(client, untold, RandomIds.secure(), new SecureRandom(), suite.running());
    }

    /** A test has failed: says where to look, and keeps it. */
    void noteFailure() {
        if (!hasFailed.getAndSet(true)) {
            System.err.printf(
                    "服务日志 · logs of the services: %s%n命令输出 · what up and down said: %s%n",
                    DataFolder.at(suite.data()).logs(), suite.output());
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        client.close();
        stop();
        if (!hasFailed.get()) {
            delete();
        }
    }

    private void stop() {
        suite.down();
    }

    private void delete() {
        try {
            DataFolder.at(suite.data()).delete();
            Files.deleteIfExists(suite.output());
            Files.deleteIfExists(settings);
            Files.deleteIfExists(settings.resolveSibling("readings.json"));
            Files.deleteIfExists(settings.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnsuitableFolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answered(Party party, Call call, Answer answer, Duration took) {
        contract.answered(call, answer);
    }

    String bearerOf(Party party) {
        return DevelopmentTokens.of(suite.data()).token(party.role(), party.claims(), TOKEN_TTL);
    }

    private static void stopWhatAKilledRunLeft(Path folder) throws IOException {
        List<Path> running;
        try (Stream<Path> entries = Files.list(folder)) {
            running = entries.filter(Files::isDirectory)
                    .filter(data -> RunningSuite.of(data).gateway().isPresent())
                    .toList();
        }
        for (Path data : running) {
            new LocalSuite(RepositoryFolder.root(), data, 0, List.of("--as-built")).down();
        }
    }
}
