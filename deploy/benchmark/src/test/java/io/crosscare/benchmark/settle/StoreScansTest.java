package io.crosscare.benchmark.settle;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.crosscare.benchmark.settle.Verdict.Check;
import io.crosscare.local.store.DocumentStore;
import java.net.URI;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreScansTest {

    @TempDir
    private Path folder;

    @Test
    void findsAScanBetweenTwoReadings() throws Exception {
        try (DocumentStore store = DocumentStore.start(folder, 0);
                MongoClient client = MongoClients.create(store.uri());
                StoreScans scans = new StoreScans(URI.create(store.uri()))) {
            var visits = client.getDatabase("settlement").getCollection("visits");
            visits.insertOne(new Document("_id", 1));
            visits.find(new Document("planted", 7)).first();
            StoreScans.Counts before = scans.read();

            visits.find(new Document("_id", 1)).first();
            Check none = StoreScans.check(before, scans.read());
            visits.find(new Document("planted", 8)).first();
            visits.find(new Document("planted", 9)).first();
            Check found = StoreScans.check(before, scans.read());

            assertThat(none.holds()).isTrue();
            assertThat(found.holds()).isFalse();
            assertThat(found.found()).isEqualTo("2; settlement.visits (planted) × 2");
        }
    }

    @Test
    void saysThatAStoreDoesNotCount() {
        StoreScans.Counts counts = StoreScans.countsIn(new Document("ok", 1));

        assertThat(counts).isNull();
        assertThat(StoreScans.check(counts, counts).holds()).isTrue();
        assertThat(StoreScans.check(counts, counts).found()).contains("does not count");
    }
}
