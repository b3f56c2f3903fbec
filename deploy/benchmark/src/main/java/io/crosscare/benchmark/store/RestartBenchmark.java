package io.crosscare.benchmark.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.crosscare.benchmark.measure.Spread;
import io.crosscare.benchmark.suite.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long the document store takes to be there again with much in it: documents as wide as asked for, in a collection with as
 * many indexes as the fullest of the suite has. Each round is a process of its own on the same folder; the journal and the
 * snapshots are what the store made of the writes.
 */
@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        description =
                "Fills a document store, starts it again several times, and prints seconds until ready, processor time"
                        + " and memory. Ends with 0 when the median stays under the bar, else with 1.")
public final class RestartBenchmark implements Callable<Integer> {

    private static final int BATCH = 2_000;
    private static final int PLAIN_INDEXES = 10;
    private static final String HEAP_OF_THE_SUITE = "3g";

    @Option(names = "--documents", defaultValue = "500000", description = "how many, default ${DEFAULT-VALUE}")
    private int documents;

    @Option(names = "--bytes", defaultValue = "600", description = "of one document, about, default ${DEFAULT-VALUE}")
    private int bytes;

    @Option(names = "--rounds", defaultValue = "3", description = "starts that count, default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--bar", defaultValue = "15", description = "seconds, default ${DEFAULT-VALUE}")
    private int bar;

    @Option(names = "--data", description = "where the store keeps its data, default a temporary folder")
    private @Nullable Path data;

    private RestartBenchmark() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RestartBenchmark()).execute(arguments));
    }

    /** One start. */
    private record Start(double seconds, double processorSeconds, double residentMib) {}

    @Override
    public Integer call() throws IOException {
        Path folder = data == null
                ? Files.createTempDirectory("restart-benchmark")
                : Files.createTempDirectory(Files.createDirectories(data), "restart-benchmark");
        try {
            try (ServerProcess server = ServerProcess.documentStore(folder, HEAP_OF_THE_SUITE)) {
                fill(server);
            }
            List<Start> starts = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                Start start = start(folder);
                starts.add(start);
                System.out.printf(
                        "start %d: %.1f s, %.1f CPU-s, %.0f MiB%n",
                        round, start.seconds(), start.processorSeconds(), start.residentMib());
            }
            return report(starts);
        } finally {
            Folders.delete(folder);
        }
    }

    private int report(List<Start> starts) {
        Spread seconds = Spread.of(starts.stream().map(Start::seconds).toList());
        Spread processor =
                Spread.of(starts.stream().map(Start::processorSeconds).toList());
        boolean isPassed = seconds.median() < bar;
        System.out.printf(
                "%,d documents of about %d bytes: ready after %.1f s (%.1f to %.1f), %.1f CPU-s (%.1f to %.1f)."
                        + " Bar of %d s: %s.%n",
                documents,
                bytes,
                seconds.median(),
                seconds.min(),
                seconds.max(),
                processor.median(),
                processor.min(),
                processor.max(),
                bar,
                isPassed ? "passed" : "missed");
        return isPassed ? 0 : 1;
    }

    /** Ready means that it has answered with what is in it. */
    private Start start(Path folder) throws IOException {
        long begin = System.nanoTime();
        try (ServerProcess server = ServerProcess.documentStore(folder, HEAP_OF_THE_SUITE);
                MongoClient client = MongoClients.create(server.uri())) {
            long count = collection(client).estimatedDocumentCount();
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (count != documents) {
                throw new IOException("the store came back with " + count + " documents");
            }
            return new Start(seconds, server.processorTime().toMillis() / 1e3, server.residentMib());
        }
    }

    private void fill(ServerProcess server) {
        String text = "x".repeat(Math.max(1, bytes - 400));
        try (MongoClient client = MongoClients.create(server.uri())) {
            MongoCollection<Document> entries = collection(client);
            entries.createIndex(Indexes.ascending("b", "p", "key"), new IndexOptions().unique(true));
            entries.createIndex(Indexes.ascending("b", "p", "slot"), new IndexOptions().unique(true));
            for (int i = 0; i < PLAIN_INDEXES; i++) {
                entries.createIndex(Indexes.ascending("f" + i));
            }
            for (int from = 0; from < documents; from += BATCH) {
                List<Document> batch = new ArrayList<>();
                for (int i = from; i < Math.min(documents, from + BATCH); i++) {
                    batch.add(document(i, text));
                }
                entries.insertMany(batch);
            }
        }
    }

    private static Document document(int i, String text) {
        String person = "p%08d".formatted(i / 10);
        Document document = new Document("_id", person + ":" + i)
                .append("b", i / 10 % 1_024)
                .append("p", person)
                .append("key", "key-%08d".formatted(i))
                .append("slot", "slot-%08d".formatted(i))
                .append("text", text);
        for (int field = 0; field < PLAIN_INDEXES; field++) {
            document.append("f" + field, "value-%06d".formatted(i / (field + 1)));
        }
        return document;
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("benchmark").getCollection("entries");
    }
}
