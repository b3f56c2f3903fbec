package io.crosscare.filing.notice.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.filing.notice.Notices;
import io.crosscare.filing.notice.NoticesContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Notices on the document store of the tests. */
class MongoNoticesIT extends NoticesContract {

    private static final MongoClient CLIENT = MongoClients.create(TestStores.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("notice_contract");

    private final Notices notices = new MongoNotices(DATABASE);

    @BeforeAll
    static void createIndexes() {
        MongoNotices.INDEXES.create(DATABASE).block(Duration.ofSeconds(30));
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    protected Notices notices() {
        return notices;
    }
}
