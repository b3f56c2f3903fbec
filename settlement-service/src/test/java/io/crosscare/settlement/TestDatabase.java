package io.crosscare.settlement;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.testing.TestStores;
import java.time.Duration;
import java.util.List;

/** A database of its own on the store of the tests. */
public final class TestDatabase {

    private static final MongoClient CLIENT = MongoClients.create(TestStores.mongoUri());
    private static final RandomIds IDS = RandomIds.secure();

    private TestDatabase() {}

    /** An empty one with these indexes. */
    public static MongoDatabase with(List<Index> indexes) {
        MongoDatabase database =
                CLIENT.getDatabase("settlement_" + IDS.next('t').substring(0, 16));
        new Indexes(indexes).create(database).block(Duration.ofSeconds(30));
        return database;
    }
}
