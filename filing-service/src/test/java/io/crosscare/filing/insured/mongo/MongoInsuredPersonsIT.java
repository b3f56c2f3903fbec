package io.crosscare.filing.insured.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.crypto.AesGcmCipher;
import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.insured.InsuredPersonsContract;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Insured persons, encrypted, on the document store of the tests. */
class MongoInsuredPersonsIT extends InsuredPersonsContract {

    private static final MongoClient CLIENT = MongoClients.create(TestStores.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("insured_contract");
    private static final RandomIds RANDOM = RandomIds.secure();
    private static final InsuredPersons PERSONS = new MongoInsuredPersons(
            DATABASE,
            new AesGcmCipher(RANDOM.bytes(32), RANDOM),
            new BlindIndex(RANDOM.bytes(32)),
            new Traces(Tracer.NOOP));

    @BeforeAll
    static void createIndexes() {
        MongoInsuredPersons.INDEXES.create(DATABASE).block(Duration.ofSeconds(30));
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    protected InsuredPersons persons() {
        return PERSONS;
    }
}
