package io.crosscare.filing.disclosure.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.filing.disclosure.PersonalDataReads;
import io.crosscare.filing.disclosure.PersonalDataReadsContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The trail on the document store of the tests. */
class MongoPersonalDataReadsIT extends PersonalDataReadsContract {

    private static final MongoClient CLIENT = MongoClients.create(TestStores.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("personal_data_reads_contract");
    private static final PersonalDataReads READS = new MongoPersonalDataReads(DATABASE);

    @BeforeAll
    static void createIndexes() {
        MongoPersonalDataReads.INDEXES.create(DATABASE).block(Duration.ofSeconds(30));
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    protected PersonalDataReads reads() {
        return READS;
    }
}
