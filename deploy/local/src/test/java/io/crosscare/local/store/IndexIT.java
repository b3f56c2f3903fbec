package io.crosscare.local.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Declared indexes serve what services ask, and never change an answer. */
class IndexIT {

    @TempDir
    private Path folder;

    private DocumentStore store;
    private MongoClient client;
    private MongoCollection<Document> entries;

    @BeforeEach
    void start() throws IOException {
        store = DocumentStore.start(folder, 0);
        client = MongoClients.create(store.uri());
        entries = client.getDatabase("suite").getCollection("entries");
        entries.createIndex(Indexes.ascending("p", "s"), new IndexOptions().unique(true));
        entries.createIndex(Indexes.ascending("pending"));
        entries.createIndex(Indexes.ascending("tags.name", "s"));
        entries.createIndex(Indexes.ascending("u", "p", "s"), new IndexOptions().unique(true));
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        store.close();
    }

    static Stream<Bson> served() {
        return Stream.of(
                eq("_id", "p1:2"),
                and(eq("_id", "p1:2"), gte("s", 0)),
                in("_id", "p1:1", "p2:2", "unknown"),
                and(eq("p", "p1"), eq("s", 3)),
                and(eq("p", "p1"), eq("s", 4L), eq("pending", true)),
                and(eq("p", "p1"), in("s", 1, 3)),
                eq("p", "p1"),
                and(eq("p", "p1"), lt("s", 3)),
                new Document("p", "p1").append("s", new Document("$gt", 2)),
                in("p", "p1", "p3"),
                eq("pending", true),
                and(eq("pending", true), gte("s", 4)),
                eq("tags.name", "even"),
                new Document("p", new Document("$eq", "p2")),
                and(eq("u", 1), eq("p", "p2")),
                and(eq("u", 1), in("p", "p2", "p4"), gte("s", 2)),
                and(eq("tags.name", "odd"), eq("s", 3)),
                and(in("tags.name", "odd", "even"), in("s", 3, 4)));
    }

    static Stream<Bson> scanned() {
        return Stream.of(
                eq("s", 3),
                lt("p", "p2"),
                eq("p", null),
                new Document("p", new Document("$in", Arrays.asList("p1", null))),
                new Document("p", new Document("$regex", "^p1")),
                new Document("$or", List.of(new Document("p", "p1"), new Document("pending", true))),
                new Document("p", new Document("$ne", "p1")));
    }

    @ParameterizedTest
    @MethodSource("served")
    void servesWithoutAScan(Bson query) {
        fill();

        List<Document> found = entries.find(query).into(new ArrayList<>());

        assertThat(store.fullScans()).isZero();
        assertThat(found).isNotEmpty().containsExactlyInAnyOrderElementsOf(foundWithoutIndexes(query));
    }

    @ParameterizedTest
    @MethodSource("scanned")
    void countsTheScanOfWhatNoIndexServes(Bson query) {
        fill();

        List<Document> found = entries.find(query).into(new ArrayList<>());

        assertThat(store.fullScans()).isEqualTo(1);
        assertThat(found).containsExactlyInAnyOrderElementsOf(foundWithoutIndexes(query));
    }

    @Test
    void findsTheHeadOfAChainWithoutAScan() {
        fill();

        Document head =
                entries.find(eq("p", "p2")).sort(descending("s")).limit(1).first();

        assertThat(head).containsEntry("_id", "p2:5");
        assertThat(store.fullScans()).isZero();
    }

    @Test
    void servesUpdatesAndDeletionsAndFollowsThem() {
        fill();

        entries.updateMany(eq("pending", true), set("pending", false));
        entries.deleteMany(eq("p", "p0"));
        entries.findOneAndUpdate(and(eq("p", "p1"), eq("s", 1)), set("p", "p9"));

        assertThat(store.fullScans()).isZero();
        assertThat(entries.find(eq("pending", true))).isEmpty();
        assertThat(entries.find(eq("p", "p0"))).isEmpty();
        assertThat(entries.find(eq("p", "p9"))).hasSize(1);
        assertThat(entries.find(eq("p", "p1"))).hasSize(5);
        assertThat(store.fullScans()).isZero();
    }

    @Test
    void servesAgainAfterARestart() throws IOException {
        fill();
        stop();
        DocumentStore again = DocumentStore.start(folder, 0);
        store = again;
        client = MongoClients.create(again.uri());

        List<Document> found = client.getDatabase("suite")
                .getCollection("entries")
                .find(eq("p", "p3"))
                .into(new ArrayList<>());

        assertThat(found).hasSize(6);
        assertThat(again.fullScans()).isZero();
    }

    @Test
    void refusesIndexesItWouldNotHonour() {
        List<IndexOptions> refused = List.of(
                new IndexOptions().expireAfter(1L, TimeUnit.HOURS),
                new IndexOptions().unique(true).partialFilterExpression(new BsonDocument()));

        for (IndexOptions options : refused) {
            assertThatThrownBy(() -> entries.createIndex(Indexes.ascending("other"), options))
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("not supported");
        }
        assertThatThrownBy(() -> entries.createIndex(Indexes.text("other")))
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("not supported");
    }

    @Test
    void looksOnlyAtWhatAllGivenLeadingFieldsLeave() {
        MongoCollection<Document> cases = client.getDatabase("suite").getCollection("cases");
        cases.createIndex(Indexes.ascending("a", "b", "c"));
        cases.insertMany(List.of(
                new Document("_id", 1).append("a", 1).append("b", 1).append("c", 1),
                new Document("_id", 2).append("a", 1).append("b", List.of(1, 2)).append("c", 2),
                new Document("_id", 3).append("a", 1).append("b", 3),
                new Document("_id", 4).append("a", 1)));

        assertThat(cases.find(and(eq("a", 1), eq("b", 1)))).hasSize(2);
        assertThat(cases.find(and(eq("a", 1), eq("b", 2), eq("c", 2)))).hasSize(1);
        assertThat(cases.find(and(eq("a", 1), eq("b", 3)))).hasSize(1);
        assertThat(cases.find(eq("a", 1))).hasSize(4);
        assertThat(cases.find(and(eq("a", 1), eq("c", 2)))).hasSize(1);
        cases.updateOne(eq("_id", 3), set("b", 1));
        assertThat(cases.find(and(eq("a", 1), eq("b", 1)))).hasSize(3);
        assertThat(store.fullScans()).isZero();
    }

    @Test
    void beginsAnAggregationWithWhatAnIndexFinds() {
        fill();

        List<Document> groups = entries.aggregate(List.of(
                        Aggregates.match(and(eq("p", "p1"), gte("s", 3))),
                        Aggregates.group("$pending", Accumulators.sum("count", 1)),
                        Aggregates.sort(Sorts.ascending("_id"))))
                .into(new ArrayList<>());
        List<Document> all = entries.aggregate(List.of(Aggregates.group("$pending", Accumulators.sum("count", 1))))
                .into(new ArrayList<>());

        assertThat(groups)
                .containsExactly(
                        new Document("_id", false).append("count", 1), new Document("_id", true).append("count", 2));
        assertThat(all).hasSize(2);
        assertThat(store.fullScans()).isZero();
        entries.aggregate(List.of(Aggregates.match(gte("s", 3)))).into(new ArrayList<>());
        assertThat(store.fullScans()).isEqualTo(1);
    }

    @Test
    void tellsDriversWhichQueriesScan() {
        fill();
        MongoDatabase admin = client.getDatabase("admin");
        assertThat(scans(admin)).isEqualTo(new Document("total", 0L).append("shapes", List.of()));

        entries.find(and(eq("s", 3), gte("u", 1))).first();
        entries.countDocuments(new Document("$or", List.of(new Document("s", 99123), new Document("pending", null))));
        entries.updateOne(new Document("s", 3).append("u", new Document("$gte", 1)), set("x", 1));

        Document scans = scans(admin);
        assertThat(scans.getLong("total")).isEqualTo(3);
        assertThat(scans.getList("shapes", Document.class))
                .contains(new Document("collection", "suite.entries")
                        .append("fields", "s, u $gte")
                        .append("count", 1L));
        assertThat(scans.toJson()).contains("$or(s | pending)").doesNotContain("99123");
    }

    @Test
    void boundsTheShapesItRemembers() {
        for (int i = 0; i < 150; i++) {
            entries.find(eq("unknown" + i, 1)).first();
        }

        Document scans = scans(client.getDatabase("admin"));
        assertThat(scans.getLong("total")).isEqualTo(150);
        assertThat(scans.getList("shapes", Document.class)).hasSize(100);
    }

    private static Document scans(MongoDatabase admin) {
        return admin.runCommand(new Document("serverStatus", 1)).get("scans", Document.class);
    }

    /** The same random life of two collections, one indexed, one not: every query finds the same in both. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20190501, 321100})
    void neverChangesAnAnswer(long seed) {
        Random random = new Random(seed);
        MongoCollection<Document> indexed = client.getDatabase("suite").getCollection("indexed");
        MongoCollection<Document> plain = client.getDatabase("suite").getCollection("plain");
        indexed.createIndex(Indexes.ascending("a"));
        indexed.createIndex(Indexes.ascending("b.c", "a"));
        indexed.createIndex(Indexes.ascending("u", "a"), new IndexOptions().unique(true));

        for (int step = 0; step < 600; step++) {
            Document filter = randomFilter(random);
            int kind = random.nextInt(10);
            Document document = new Document("_id", step)
                    .append("u", step % 7)
                    .append("a", step)
                    .append("b", randomNested(random));
            Object nested = randomNested(random);
            for (MongoCollection<Document> collection : List.of(indexed, plain)) {
                switch (kind) {
                    case 0, 1, 2, 3 -> collection.insertOne(document);
                    case 4 -> collection.deleteOne(filter);
                    case 5, 6 -> collection.updateMany(filter, set("b", nested));
                    case 7 -> collection.updateMany(filter, new Document("$unset", new Document("b", "")));
                    default -> {}
                }
            }

            assertThat(indexed.find(filter).into(new ArrayList<>()))
                    .as("seed %d, step %d, %s", seed, step, filter)
                    .isEqualTo(plain.find(filter).into(new ArrayList<>()));
        }
    }

    private static Document randomFilter(Random random) {
        Document filter = new Document();
        if (random.nextBoolean()) {
            filter.append("b.c", random.nextBoolean() ? randomValue(random) : anyOf(random));
        }
        if (random.nextBoolean()) {
            filter.append("u", random.nextInt(7));
        }
        if (filter.isEmpty()) {
            filter.append("a", random.nextInt(600));
        }
        return filter;
    }

    private static Document anyOf(Random random) {
        return new Document("$in", List.of(random.nextInt(4), (double) random.nextInt(4), "x"));
    }

    private static Object randomNested(Random random) {
        Document nested = new Document("c", randomValue(random));
        return switch (random.nextInt(4)) {
            case 0 -> List.of(nested, new Document("c", List.of(random.nextInt(4), "x")), new Document());
            case 1 -> new Document("d", 1);
            default -> nested;
        };
    }

    private static Object randomValue(Random random) {
        int number = random.nextInt(4);
        return switch (random.nextInt(5)) {
            case 0 -> number;
            case 1 -> (long) number;
            case 2 -> (double) number;
            case 3 -> "x";
            default -> List.of(number, "x");
        };
    }

    private void fill() {
        List<Document> documents = new ArrayList<>();
        for (int p = 0; p < 5; p++) {
            for (int s = 0; s < 6; s++) {
                documents.add(new Document("_id", "p%d:%d".formatted(p, s))
                        .append("p", "p" + p)
                        .append("s", s)
                        .append("u", s % 2)
                        .append("pending", s > 3)
                        .append("tags", List.of(new Document("name", s % 2 == 0 ? "even" : "odd"))));
            }
        }
        entries.insertMany(documents);
        client.getDatabase("suite").getCollection("unindexed").insertMany(documents);
    }

    private List<Document> foundWithoutIndexes(Bson query) {
        return client.getDatabase("suite")
                .getCollection("unindexed")
                .find(new Document("$nor", List.of(new Document("$nor", List.of(query)))))
                .into(new ArrayList<>());
    }
}
