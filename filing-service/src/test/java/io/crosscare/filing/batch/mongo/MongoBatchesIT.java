package io.crosscare.filing.batch.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.filing.batch.Batches;
import io.crosscare.filing.batch.BatchesContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Batches on the document store of the tests. */
class MongoBatchesIT extends BatchesContract {

    private static final MongoClient CLIENT = MongoClients.create(TestStores.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("batches_contract");
    private static final Batches BATCHES = new MongoBatches(DATABASE);

    @BeforeAll
    static void createIndexes() {
        MongoBatches.INDEXES.create(DATABASE).block(Duration.ofSeconds(30));
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    protected Batches batches() {
        return BATCHES;
    }
}
