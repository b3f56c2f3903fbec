package io.crosscare.acceptance;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.local.data.DataFolder;
import io.crosscare.local.data.Tree;
import io.crosscare.local.outage.Volume;
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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A suite that E2E classes of a run play on: real processes of the jars that the build has packaged, on data of their
 * own. Stopped when the run is over, however it ends; its logs stay when a test has failed.
 */
final class SuiteUnderTest implements AutoCloseable {

    /** Why the power is not cut. */
    static final String NO_VOLUME = "power cut under settlements not tested, no file system can be mounted here";

    private static final String DISK = "disk";
    private static final Duration TOKEN_TTL = Duration.ofMinutes(30);

    /** What runs there afterwards is of this run. */
    private static final AtomicBoolean HAS_TIDIED = new AtomicBoolean();

    private final Path folder;
    private final LocalSuite suite;
    private final Path settings;
    private final @Nullable Volume volume;
    private final GatewayClient client;
    private final AtomicBoolean hasFailed = new AtomicBoolean();
    private final Thread atExit = new Thread(this::stop, "stop-suite");
    private final ContractWatch contract = new ContractWatch();
    private @Nullable Difference startFailure;

    private SuiteUnderTest(Path folder, LocalSuite suite, Path settings, @Nullable Volume volume) {
        this.folder = folder;
        this.suite = suite;
        this.settings = settings;
        this.volume = volume;
        this.client = new GatewayClient(suite.gateway(), this::bearerOf, this::answered, System::nanoTime);
    }

    static SuiteUnderTest start(boolean onVolume) {
        try {
            SuiteUnderTest suite = onFreshData(onVolume);
            Runtime.getRuntime().addShutdownHook(suite.atExit);
            suite.tryToStart();
            return suite;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized SuiteUnderTest onFreshData(boolean onVolume) throws IOException {
        Path folder = RepositoryFolder.target().resolve("e2e");
        Files.createDirectories(folder);
        if (!HAS_TIDIED.getAndSet(true)) {
            stopWhatAKilledRunLeft(folder);
        }
        Path own = Files.createTempDirectory(folder, "suite-");
        Path settings = own.resolveSibling(own.getFileName() + ".settings");
        Files.createDirectories(settings);
        Volume volume = onVolume ? volumeIn(own) : null;
        Path data = volume == null ? own : onVolume(volume.folder());
        Path readings = Files.writeString(settings.resolve("readings.json"), strictNanjing());
        return new SuiteUnderTest(
                own,
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
                settings.resolve("application.properties"),
                volume);
    }

    private static Path onVolume(Path disk) {
        return disk.resolve("data");
    }

    private static @Nullable Volume volumeIn(Path folder) {
        try {
            return Volume.create(folder, DISK);
        } catch (IOException e) {
            System.out.println(NO_VOLUME + ": " + e.getMessage());
            return null;
        }
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

    /** What its data lie on, where it was asked for and could be had. */
    Optional<Volume> volume() {
        return Optional.ofNullable(volume);
    }

    /** A place for journals, beside the volume if there is one: no power cut takes them back. */
    Path journals(String name) {
        return folder.resolve(name);
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
            if (volume != null) {
                volume.close();
            }
            Tree.delete(folder);
            Files.deleteIfExists(suite.output());
            Files.deleteIfExists(settings);
            Files.deleteIfExists(settings.resolveSibling("readings.json"));
            Files.deleteIfExists(settings.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
                    .flatMap(own -> Stream.of(own, onVolume(own.resolve(DISK))))
                    .filter(data -> RunningSuite.of(data).gateway().isPresent())
                    .toList();
        }
        for (Path data : running) {
            new LocalSuite(RepositoryFolder.root(), data, 0, List.of("--as-built")).down();
        }
    }
}
