package io.crosscare.local.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What the services ask of a large collection, in the shapes in which they ask it, is found without looking at every document of
 * it: the store counts whenever it does, so their number proves nothing more. {@code -Ddocuments=200000} for a full one. The
 * shapes are those of the classes named {@code Mongo…} of the services.
 */
@Execution(ExecutionMode.CONCURRENT)
class QueryShapesIT {

    private static final int DOCUMENTS = Integer.getInteger("documents", 20_000);
    private static final int BATCH = 5_000;

    @TempDir
    private Path folder;

    @Test
    void areServedByTheIndexesTheServicesDeclare() throws IOException {
        JournalSettings fast = JournalSettings.with((_, _) -> {});
        try (DocumentStore store = DocumentStore.start(folder, 0, fast);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoDatabase database = client.getDatabase("suite");
            MongoCollection<Document> all = database.getCollection("all");
            declare(all);
            fill(all);

            for (Bson filter : finds()) {
                long scansBefore = store.fullScans();
                assertThat(all.find(filter).limit(3).into(new ArrayList<>()))
                        .as("found by %s", filter)
                        .isNotEmpty();
                assertThat(all.countDocuments(filter)).isPositive();
                assertThat(store.fullScans()).as("scans for %s", filter).isEqualTo(scansBefore);
            }
            writes(all);

            assertThat(store.fullScans()).as("scans").isZero();
            assertThat(all.find(eq("notDeclared", 1)).first()).isNull();
            assertThat(store.fullScans()).as("seen when there is one").isEqualTo(1);
        }
    }

    private static void declare(MongoCollection<Document> all) {
        IndexOptions unique = new IndexOptions().unique(true);
        all.createIndex(Indexes.ascending("b", "p", "key"), unique);
        all.createIndex(Indexes.ascending("b", "p", "slot"), unique);
        all.createIndex(Indexes.ascending("requestKey"), unique);
        all.createIndex(Indexes.ascending("personId", "number"), unique);
        for (String field : List.of("p", "keyHash", "pending", "state", "settlingKey", "partiesKey", "insuredRegion")) {
            all.createIndex(Indexes.ascending(field));
        }
        all.createIndex(Indexes.ascending("regions", "place"));
        all.createIndex(Indexes.ascending("institution", "place"));
        all.createIndex(Indexes.ascending("state", "place"));
        all.createIndex(Indexes.ascending("institution", "startedOn", "_id"));
        all.createIndex(Indexes.ascending("care.institution", "care.serviceTo"));
        all.createIndex(Indexes.ascending("insuredRegion", "care.serviceTo"));
    }

    private static void fill(MongoCollection<Document> all) {
        for (int from = 0; from < DOCUMENTS; from += BATCH) {
            List<Document> batch = new ArrayList<>();
            for (int i = from; i < from + BATCH; i++) {
                batch.add(document(i));
            }
            all.insertMany(batch);
        }
    }

    private static Document document(int i) {
        String person = "p" + (i / 10);
        return new Document("_id", person + ":" + i)
                .append("b", (i / 10) % 256)
                .append("p", person)
                .append("s", i)
                .append("key", "k" + i)
                .append("slot", "s" + i)
                .append("requestKey", "r" + i)
                .append("personId", person)
                .append("number", i)
                .append("keyHash", "h" + i)
                .append("pending", i % 1_000 == 0)
                .append("state", i % 1_000 == 0 ? "SETTLING" : "SETTLED")
                .append("settlingKey", person + "k" + i)
                .append("partiesKey", "H" + (i % 7) + person)
                .append("insuredRegion", "3211" + (i % 13))
                .append("regions", List.of("3211" + (i % 13), "3101" + (i % 16)))
                .append("institution", "H" + (i % 97))
                .append("place", "%08d".formatted(i))
                .append("startedOn", "2019-09-%02d".formatted(1 + i % 30))
                .append(
                        "care",
                        new Document("institution", "H" + (i % 97))
                                .append("serviceTo", "2019-09-%02d".formatted(1 + i % 30)))
                .append("version", 3L);
    }

    private static List<Bson> finds() {
        return List.of(
                eq("_id", "p77:770"),
                in("_id", "p77:770", "p77:771", "p77:999"),
                new Document("b", 77).append("p", "p77").append("key", "k771"),
                new Document("b", 77).append("p", "p77").append("slot", "s771"),
                new Document("b", 77).append("p", "p77"),
                eq("b", 77),
                eq("requestKey", "r5"),
                eq("p", "p9"),
                new Document("keyHash", "h95").append("p", "p9"),
                eq("pending", true),
                eq("state", "SETTLING"),
                in("state", List.of("SETTLING", "HELD")),
                eq("settlingKey", "p9k95"),
                eq("partiesKey", "H4p9"),
                eq("personId", "p9"),
                new Document("personId", "p9")
                        .append("insuredRegion", new Document("$in", List.of("32111", "32114")))
                        .append("_id", new Document("$gt", "p9:90")),
                new Document("insuredRegion", new Document("$in", List.of("32111"))).append("version", 3L),
                new Document("personId", new Document("$in", List.of("p9", "p10"))).append("state", "SETTLED"),
                new Document("state", "SETTLING").append("place", new Document("$lt", "00100000")),
                new Document("state", "SETTLING").append("regions", "31018"),
                new Document("institution", "H5").append("place", new Document("$lt", "00100000")),
                new Document("institution", "H5")
                        .append("state", "SETTLED")
                        .append("startedOn", new Document("$in", List.of("2019-09-09", "2019-09-10"))),
                new Document("institution", "H5").append("startedOn", new Document("$lte", "2019-09-10")),
                new Document("care.institution", "H5")
                        .append("state", new Document("$in", List.of("SETTLED", "HELD")))
                        .append("care.serviceTo", "2019-09-10"),
                new Document("insuredRegion", "32111").append("care.serviceTo", "2019-09-10"));
    }

    /** As the services write: at the version they read, with an upsert on a version older, one of several unpublished. */
    private static void writes(MongoCollection<Document> all) {
        Document atVersion = new Document("_id", "p77:770").append("version", 3L);
        assertThat(all.replaceOne(atVersion, document(770).append("version", 4L))
                        .getMatchedCount())
                .isEqualTo(1);
        assertThat(all.replaceOne(atVersion, document(770)).getMatchedCount()).isZero();
        all.replaceOne(
                new Document("_id", "p77:771").append("version", new Document("$lt", 9L)),
                document(771).append("version", 9L),
                new ReplaceOptions().upsert(true));
        all.updateOne(new Document("_id", "p77:772").append("unpublished", new Document("$size", 0)), set("x", 1));
        all.updateOne(new Document("_id", "p77:772").append("unpublished", List.of(new Document("a", 1))), set("x", 1));
        all.updateOne(new Document("state", "SETTLING").append("_id", "p77:770"), set("pending", false));
        assertThat(all.find(eq("p", "p77")).sort(descending("s")).limit(1).first())
                .containsEntry("s", 779);
        all.findOneAndUpdate(new Document("p", "p78").append("pending", false), set("x", 1));
        all.findOneAndDelete(new Document("b", 79).append("p", "p79").append("s", 795));
        all.deleteOne(new Document("requestKey", "r796").append("version", 3L));
        assertThat(all.countDocuments(eq("p", "p79"))).isEqualTo(8);
    }
}
