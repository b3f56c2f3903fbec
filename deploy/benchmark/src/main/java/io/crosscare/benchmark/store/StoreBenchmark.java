package io.crosscare.benchmark.store;

import io.crosscare.benchmark.suite.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Inserts of 1 KB per second, 1, 16 and 64 in flight, into the document store, which syncs what it acknowledges, and into the
 * untouched H2 backend, which does not. Rounds alternate between the two, each with a fresh process and folder.
 */
@Command(
        name = "store",
        mixinStandardHelpOptions = true,
        description = "Measures inserts and their processor time in the document store and in the H2 backend beside it."
                + " Ends with 0 when the document store reaches 1,500 durable inserts/s at 64 in flight, else with 1.")
public final class StoreBenchmark implements Callable<Integer> {

    private static final String DOCUMENT_STORE = "document store";
    private static final String H2_BACKEND = "H2 backend";
    private static final List<Integer> IN_FLIGHT = List.of(1, 16, 64);
    private static final double INSERTS_PER_SECOND_BAR = 1_500;
    private static final Duration DISK_PROBE = Duration.ofSeconds(1);

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "length of one measurement, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--rounds", defaultValue = "5", description = "rounds of each server, default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--data", description = "where the servers keep their data, default a temporary folder")
    private @Nullable Path data;

    private final Measurements measurements = new Measurements();
    private final List<Double> diskRates = new ArrayList<>();

    @FunctionalInterface
    private interface ServerStart {
        ServerProcess on(Path folder) throws IOException;
    }

    private StoreBenchmark() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StoreBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if (data != null) {
            Files.createDirectories(data);
        }
        for (int round = 1; round <= rounds; round++) {
            measure(DOCUMENT_STORE, ServerProcess::documentStore);
            measure(H2_BACKEND, ServerProcess::h2);
            System.out.printf("round %d of %d measured%n", round, rounds);
        }
        System.out.printf("%n%s%n", measurements.table());
        diskRates.sort(null);
        System.out.printf(
                "The disk alone: %,.0f syncs/s (%,.0f to %,.0f, probed before each measurement).%n",
                diskRates.get(diskRates.size() / 2), diskRates.getFirst(), diskRates.getLast());
        double reached = measurements.medianInsertsPerSecond(DOCUMENT_STORE, IN_FLIGHT.getLast());
        boolean isPassed = reached >= INSERTS_PER_SECOND_BAR;
        System.out.printf(
                "The document store had synced all it acknowledged, the H2 backend had not. Bar of %,.0f/s: %s.%n",
                INSERTS_PER_SECOND_BAR, isPassed ? "passed" : "missed");
        return isPassed ? 0 : 1;
    }

    private void measure(String name, ServerStart start) throws IOException, InterruptedException, ExecutionException {
        Path folder = data == null
                ? Files.createTempDirectory("store-benchmark")
                : Files.createTempDirectory(data, "store-benchmark");
        try (ServerProcess server = start.on(folder);
                InsertLoad load = new InsertLoad(server)) {
            load.run(IN_FLIGHT.getLast(), Duration.ofSeconds(seconds)); // warms up server and client
            for (int inFlight : IN_FLIGHT) {
                diskRates.add(DiskProbe.syncsPerSecond(folder, DISK_PROBE));
                measurements.add(name, inFlight, load.run(inFlight, Duration.ofSeconds(seconds)));
            }
        } finally {
            Folders.delete(folder);
        }
    }
}
