package io.crosscare.benchmark.settle;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.crosscare.benchmark.measure.ProcessorUse;
import io.crosscare.benchmark.suite.Meter;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/**
 * What the store alone can do with the same work: entries of this run, inserted again under other ids into a collection of
 * their own that has no index but {@code _id}, as durably as the service does it. The collection is dropped afterwards.
 */
final class RawInserts implements AutoCloseable {

    private static final String ENTRIES_DATABASE = "settlement";
    private static final String DATABASE = "benchmark";
    private static final String ENTRIES = "entries";

    private final MongoClient client;
    private final List<BsonDocument> entries;
    private final MongoCollection<BsonDocument> scratch;
    private final Meter meter;
    private final AtomicLong nextId = new AtomicLong();

    /** What one measurement found. */
    record Result(double perSecond, long inserted, ProcessorUse use) {}

    /**
     * Opens the store and reads the entries to copy.
     *
     * @param ids of entries of this run
     * @param inFlightMax connections at most
     */
    RawInserts(URI store, List<String> ids, int inFlightMax, Meter meter) {
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.toString()))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(inFlightMax))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
        this.entries = client.getDatabase(ENTRIES_DATABASE)
                .getCollection(ENTRIES, BsonDocument.class)
                .find(Filters.in("_id", ids))
                .into(new ArrayList<>());
        if (entries.isEmpty()) {
            throw new IllegalStateException("没有可以复制的结算记录 / no entry to copy");
        }
        this.scratch = client.getDatabase(DATABASE).getCollection(ENTRIES, BsonDocument.class);
        this.meter = meter;
    }

    /** Bytes of an entry, on average. */
    long bytesPerEntry() {
        return entries.stream()
                        .mapToLong(entry -> new RawBsonDocument(entry, new org.bson.codecs.BsonDocumentCodec())
                                .getByteBuffer()
                                .remaining())
                        .sum()
                / entries.size();
    }

    /** Keeps so many inserts in flight for so long, then drops what was inserted. */
    Result run(int inFlight, int seconds) throws IOException, InterruptedException, ExecutionException {
        Meter.Snapshot before = meter.read();
        long start = System.nanoTime();
        long deadline = start + seconds * 1_000_000_000L;
        long inserted = 0;
        try (ExecutorService clients = Executors.newFixedThreadPool(inFlight)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < inFlight; i++) {
                counts.add(clients.submit(() -> insertUntil(deadline)));
            }
            for (Future<Long> count : counts) {
                inserted += count.get();
            }
        }
        double took = (System.nanoTime() - start) / 1e9;
        ProcessorUse use = Meter.between(before, meter.read());
        scratch.drop();
        return new Result(inserted / took, inserted, use);
    }

    private long insertUntil(long deadline) {
        long inserted = 0;
        while (System.nanoTime() < deadline) {
            long id = nextId.getAndIncrement();
            BsonDocument copy = entries.get((int) (id % entries.size())).clone();
            String original = copy.getString("_id").getValue();
            copy.put("_id", new BsonString(original + "-" + id));
            scratch.insertOne(copy);
            inserted++;
        }
        return inserted;
    }

    @Override
    public void close() {
        client.getDatabase(DATABASE).drop();
        client.close();
    }
}
