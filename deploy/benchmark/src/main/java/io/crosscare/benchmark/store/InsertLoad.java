package io.crosscare.benchmark.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.Document;

/** Inserts documents of 1 KB, a fixed number of them in flight, each awaited before the next. */
final class InsertLoad implements AutoCloseable {

    private static final int DOCUMENT_BYTES = 1_024;
    private static final int OVERHEAD_BYTES = 4 + (1 + 4 + 8) + (1 + 8 + 4 + 1) + 1;
    private static final String PAYLOAD = "x".repeat(DOCUMENT_BYTES - OVERHEAD_BYTES);

    private final ServerProcess server;
    private final MongoClient client;
    private final MongoCollection<Document> documents;
    private final AtomicLong nextId = new AtomicLong();

    /** What one measurement found. */
    record Result(double insertsPerSecond, double processorMicrosPerInsert) {}

    InsertLoad(ServerProcess server) {
        this.server = server;
        this.client = MongoClients.create(server.uri());
        this.documents = client.getDatabase("benchmark").getCollection("documents");
    }

    /** Keeps so many inserts in flight for so long. */
    Result run(int inFlight, Duration duration) throws InterruptedException, ExecutionException {
        Duration processorTimeBefore = server.processorTime();
        long start = System.nanoTime();
        long inserted = insertUntil(start + duration.toNanos(), inFlight);
        double seconds = (System.nanoTime() - start) / 1e9;
        Duration processorTime = server.processorTime().minus(processorTimeBefore);
        return new Result(inserted / seconds, processorTime.toNanos() / 1e3 / inserted);
    }

    private long insertUntil(long deadline, int inFlight) throws InterruptedException, ExecutionException {
        try (ExecutorService clients = Executors.newFixedThreadPool(inFlight)) {
            List<Future<Long>> counts = IntStream.range(0, inFlight)
                    .mapToObj(_ -> clients.submit(() -> insertUntil(deadline)))
                    .toList();
            long sum = 0;
            for (Future<Long> count : counts) {
                sum += count.get();
            }
            return sum;
        }
    }

    private long insertUntil(long deadline) {
        long inserted = 0;
        while (System.nanoTime() < deadline) {
            documents.insertOne(new Document("_id", nextId.getAndIncrement()).append("payload", PAYLOAD));
            inserted++;
        }
        return inserted;
    }

    @Override
    public void close() {
        client.close();
    }
}
