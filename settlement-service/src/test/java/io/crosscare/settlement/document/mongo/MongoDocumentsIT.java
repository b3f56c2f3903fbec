package io.crosscare.settlement.document.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.document.Documents;
import io.crosscare.settlement.document.DocumentsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MongoDocumentsIT extends DocumentsContract {

    private static MongoClient client;
    private final RandomIds ids = RandomIds.secure();

    @BeforeAll
    static void connect() {
        client = MongoClients.create(TestStores.mongoUri());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Override
    protected Documents documents() {
        return new MongoDocuments(client.getDatabase("documents-test"), ids.next('d'), ChinaTime.systemClock());
    }
}
