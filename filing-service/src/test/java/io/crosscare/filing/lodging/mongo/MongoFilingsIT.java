package io.crosscare.filing.lodging.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.filing.lodging.Filings;
import io.crosscare.filing.lodging.FilingsContract;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Filings on the document store of the tests. */
class MongoFilingsIT extends FilingsContract {

    private static final MongoClient CLIENT = MongoClients.create(TestStores.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("filing_contract");

    private final Filings filings = new MongoFilings(DATABASE, new Traces(Tracer.NOOP));

    @BeforeAll
    static void createIndexes() {
        MongoFilings.INDEXES.create(DATABASE).block(Duration.ofSeconds(30));
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    protected Filings filings() {
        return filings;
    }
}
