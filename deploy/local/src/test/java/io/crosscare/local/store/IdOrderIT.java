package io.crosscare.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page in the order of ids is walked, not searched for in everything, and holds what it would hold anyway. */
class IdOrderIT {

    @TempDir
    private Path folder;

    private DocumentStore store;
    private MongoClient client;
    private MongoCollection<Document> persons;

    @BeforeEach
    void start() throws IOException {
        store = DocumentStore.start(folder, 0, JournalSettings.with((_, _) -> {}));
        client = MongoClients.create(store.uri());
        persons = client.getDatabase("suite").getCollection("persons");
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        store.close();
    }

    @Test
    void walksAPageWithoutAScan() {
        fill(5_000);

        List<String> page = ids(Filters.and(Filters.gt("_id", "p00700"), Filters.in("region", 3)), 1, 3);

        assertThat(page).containsExactly("p00703", "p00713", "p00723");
        assertThat(store.fullScans()).isZero();
    }

    @Test
    void walksDownFromTheLast() {
        fill(5_000);

        assertThat(ids(Filters.lt("_id", "p00700"), -1, 2)).containsExactly("p00699", "p00698");
        assertThat(store.fullScans()).isZero();
    }

    @Test
    void findsARangeWithoutAScan() {
        fill(5_000);

        List<Document> found = persons.find(Filters.and(Filters.gte("_id", "p00700"), Filters.lte("_id", "p00702")))
                .into(new ArrayList<>());

        assertThat(found).extracting(person -> person.get("_id")).containsExactly("p00700", "p00701", "p00702");
        assertThat(store.fullScans()).isZero();
    }

    @Test
    void findsNothingInARangeTurnedRound() {
        fill(10);

        assertThat(ids(Filters.and(Filters.gt("_id", "p00007"), Filters.lt("_id", "p00003")), 1, 5))
                .isEmpty();
    }

    @Test
    void countsAWalkThatLooksAtNearlyEverythingAsAScan() {
        fill(12_000);

        assertThat(ids(Filters.eq("region", 77), 1, 3)).isEmpty();
        assertThat(store.fullScans()).isEqualTo(1);
    }

    @Test
    void ordersOtherIdsAsBefore() {
        fill(10);
        persons.insertOne(new Document("_id", 7));

        List<Document> found = persons.find(Filters.eq("region", 3))
                .sort(Sorts.ascending("_id"))
                .limit(5)
                .into(new ArrayList<>());

        assertThat(found).extracting(person -> person.get("_id")).containsExactly("p00003");
        assertThat(persons.find().sort(Sorts.ascending("_id")).limit(1).first()).containsEntry("_id", 7);
    }

    /** A random life, with walks between the changes, against a sorted map that lives the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20190501, 321100})
    void neverChangesAnAnswer(long seed) {
        Random random = new Random(seed);
        NavigableMap<String, Integer> expected = new TreeMap<>();
        for (int step = 0; step < 500; step++) {
            String id = "p%05d".formatted(random.nextInt(300));
            int region = random.nextInt(4);
            switch (random.nextInt(4)) {
                case 0 -> {
                    persons.deleteOne(Filters.eq("_id", id));
                    expected.remove(id);
                }
                case 1 -> {
                    persons.updateOne(Filters.eq("_id", id), new Document("$set", new Document("region", region)));
                    expected.computeIfPresent(id, (_, _) -> region);
                }
                default -> {
                    if (expected.putIfAbsent(id, region) == null) {
                        persons.insertOne(new Document("_id", id).append("region", region));
                    }
                }
            }

            boolean isUp = random.nextBoolean();
            int limit = 1 + random.nextInt(20);
            Bson filter =
                    Filters.and(Filters.eq("region", region), isUp ? Filters.gt("_id", id) : Filters.lte("_id", id));
            assertThat(ids(filter, isUp ? 1 : -1, limit))
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(page(expected, region, id, isUp, limit));
        }
    }

    private static List<String> page(
            NavigableMap<String, Integer> persons, int region, String id, boolean isUp, int limit) {
        return (isUp ? persons.tailMap(id, false) : persons.headMap(id, true))
                .entrySet().stream()
                        .filter(person -> person.getValue() == region)
                        .map(Map.Entry::getKey)
                        .sorted(isUp ? Comparator.naturalOrder() : Comparator.reverseOrder())
                        .limit(limit)
                        .toList();
    }

    private List<String> ids(Bson filter, int direction, int limit) {
        return persons.find(filter)
                .sort(new Document("_id", direction))
                .limit(limit)
                .map(person -> person.getString("_id"))
                .into(new ArrayList<>());
    }

    private void fill(int count) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(new Document("_id", "p%05d".formatted(i)).append("region", i % 10));
        }
        persons.insertMany(documents);
    }
}
