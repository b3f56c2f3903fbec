package io.crosscare.filing.lodging.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.filing.lodging.FilingFeed;
import io.crosscare.filing.lodging.FilingFeedContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;

/** The feed of filings on the document store of the tests. */
class MongoFilingFeedIT extends FilingFeedContract {

    private static final MongoClient CLIENT = MongoClients.create(TestStores.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("filing_feed_contract");

    @BeforeEach
    void empty() {
        Mono.from(DATABASE.drop())
                .then(MongoFilingFeed.INDEXES.create(DATABASE))
                .block(Duration.ofSeconds(30));
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    protected FilingFeed feed() {
        return new MongoFilingFeed(DATABASE);
    }
}
