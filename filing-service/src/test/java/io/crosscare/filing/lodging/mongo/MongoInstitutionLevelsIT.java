package io.crosscare.filing.lodging.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.filing.lodging.InstitutionLevels;
import io.crosscare.filing.lodging.InstitutionLevelsContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;

/** Levels on the document store of the tests. */
class MongoInstitutionLevelsIT extends InstitutionLevelsContract {

    private static final MongoClient CLIENT = MongoClients.create(TestStores.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("institution_levels_contract");

    @BeforeEach
    void empty() {
        Mono.from(DATABASE.drop()).block(Duration.ofSeconds(30));
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    protected InstitutionLevels levels() {
        return new MongoInstitutionLevels(DATABASE);
    }
}
