package io.crosscare.local.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What services may expect of the store, asked with the real driver; every test can also ask after a restart. */
class DocumentStoreIT {

    private static final int DUPLICATE_KEY = 11000;

    @TempDir
    private Path folder;

    private DocumentStore store;
    private MongoClient client;
    private MongoCollection<Document> people;

    @BeforeEach
    void start() throws IOException {
        store = DocumentStore.start(folder, 0);
        client = MongoClients.create(store.uri());
        people = client.getDatabase("suite").getCollection("people");
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        store.close();
    }

    private void restart() throws IOException {
        stop();
        start();
    }

    @Test
    void keepsEveryKindOfValueOverARestart() throws IOException {
        Document everything = new Document("_id", new ObjectId())
                .append("text", "镇江")
                .append("int", 1)
                .append("long", Long.MAX_VALUE)
                .append("real", 0.5)
                .append("decimal", new Decimal128(12345))
                .append("truth", true)
                .append("nothing", null)
                .append("date", Date.from(Instant.parse("2019-05-01T00:00:00.123Z")))
                .append("bytes", new Binary(new byte[] {1, 2, 3}))
                .append("list", List.of(1, "two", new Document("three", 3)))
                .append("nested", new Document("deep", new Document("deeper", List.of())));
        people.insertOne(everything);

        restart();

        assertThat(people.find().first()).isEqualTo(everything);
    }

    @Test
    void bringsBackUpdatesReplacementsAndDeletions() throws IOException {
        people.insertMany(List.of(person("a", 1), person("b", 2), person("c", 3), person("d", 4)));
        people.updateOne(eq("a"), inc("number", 10));
        people.updateMany(eq("number", 2), set("seen", true));
        people.replaceOne(eq("c"), new Document("number", 33));
        people.deleteOne(eq("d"));
        List<Document> before = all();

        restart();

        assertThat(all())
                .isEqualTo(before)
                .containsExactly(
                        person("a", 11),
                        person("b", 2).append("seen", true),
                        new Document("_id", "c").append("number", 33));
    }

    @Test
    void doesNotUseAFreedPlaceForAnotherDocumentsOldOne() throws IOException {
        people.insertMany(List.of(person("a", 1), person("b", 2)));
        people.deleteOne(eq("b"));
        restart();
        people.insertOne(person("c", 3));

        restart();

        assertThat(all()).containsExactly(person("a", 1), person("c", 3));
    }

    @Test
    void findsAndModifiesInOneStep() throws IOException {
        people.insertOne(person("a", 1));

        Document before = people.findOneAndUpdate(eq("a"), inc("number", 1));
        Document after = people.findOneAndUpdate(
                eq("a"), inc("number", 1), new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        Document none = people.findOneAndUpdate(and(eq("_id", "a"), eq("number", 99)), inc("number", 1));

        assertThat(before).isEqualTo(person("a", 1));
        assertThat(after).isEqualTo(person("a", 3));
        assertThat(none).isNull();
        restart();
        assertThat(all()).containsExactly(person("a", 3));
    }

    @Test
    void insertsWhatAnUpsertDoesNotFind() throws IOException {
        UpdateOptions upsert = new UpdateOptions().upsert(true);

        Object insertedId =
                people.updateOne(eq("name", "new"), inc("number", 1), upsert).getUpsertedId();
        people.updateOne(eq("name", "new"), inc("number", 1), upsert);
        people.replaceOne(eq("r"), person("r", 7), new ReplaceOptions().upsert(true));

        restart();
        assertThat(insertedId).isNotNull();
        assertThat(people.find(eq("name", "new")).first()).containsEntry("number", 2);
        assertThat(people.find(eq("r")).first()).isEqualTo(person("r", 7));
    }

    @Test
    void refusesASecondDocumentWithAUniqueKeyAlsoAfterARestart() throws IOException {
        people.createIndex(Indexes.ascending("region", "number"), new IndexOptions().unique(true));
        people.insertOne(person("a", 1).append("region", "321100"));
        restart();

        MongoWriteException sameId =
                catchThrowableOfType(MongoWriteException.class, () -> people.insertOne(person("a", 2)));
        MongoWriteException sameKey = catchThrowableOfType(
                MongoWriteException.class, () -> people.insertOne(person("b", 1).append("region", "321100")));

        assertThat(sameId.getError().getCode()).isEqualTo(DUPLICATE_KEY);
        assertThat(sameKey.getError().getCode()).isEqualTo(DUPLICATE_KEY);
        assertThat(people.countDocuments()).isEqualTo(1);
    }

    @Test
    void tellsADuplicateOfAFindAndModifyAsACommandError() {
        people.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
        people.insertMany(List.of(person("a", 1), person("b", 2)));

        MongoCommandException duplicate = catchThrowableOfType(
                MongoCommandException.class, () -> people.findOneAndUpdate(eq("b"), set("number", 1)));

        assertThat(duplicate.getErrorCode()).isEqualTo(DUPLICATE_KEY);
        assertThat(people.find(eq("b")).first()).isEqualTo(person("b", 2));
    }

    @Test
    void keepsWhatABulkHadDoneWhenItFailed() throws IOException {
        List<Document> withDuplicate = List.of(person("a", 1), person("a", 2), person("b", 3));

        assertThatThrownBy(() -> people.insertMany(withDuplicate)).isInstanceOf(MongoBulkWriteException.class);
        restart();
        assertThat(all()).containsExactly(person("a", 1));

        assertThatThrownBy(() -> people.insertMany(withDuplicate, new InsertManyOptions().ordered(false)))
                .isInstanceOf(MongoBulkWriteException.class);
        restart();
        assertThat(all()).containsExactly(person("a", 1), person("b", 3));
    }

    @Test
    void writesMixedBulks() throws IOException {
        people.insertOne(person("a", 1));

        people.bulkWrite(List.of(
                new InsertOneModel<>(person("b", 2)),
                new ReplaceOneModel<>(eq("a"), person("a", 11)),
                new ReplaceOneModel<>(eq("c"), person("c", 3), new ReplaceOptions().upsert(true))));

        restart();
        assertThat(all()).containsExactly(person("a", 11), person("b", 2), person("c", 3));
    }

    @Test
    void givesLargeResultsInBatches() {
        List<Document> many =
                IntStream.range(0, 1_000).mapToObj(i -> person("p" + i, i)).toList();
        people.insertMany(many);

        List<Document> found = people.find().batchSize(7).into(new ArrayList<>());

        assertThat(found).isEqualTo(many);
    }

    @Test
    void sortsSkipsAndLimits() {
        people.insertMany(IntStream.range(0, 20)
                .mapToObj(i -> person("p" + i, i * 7 % 20).append("region", i % 2 == 0 ? "321100" : "310000"))
                .toList());
        people.createIndex(Indexes.ascending("region"));

        Document highest = people.find(eq("region", "321100"))
                .sort(descending("number"))
                .limit(1)
                .first();
        List<Integer> page = people.find(eq("region", "310000"))
                .sort(ascending("number"))
                .skip(2)
                .limit(3)
                .map(person -> person.getInteger("number"))
                .into(new ArrayList<>());

        assertThat(highest).containsEntry("number", 18);
        assertThat(page).containsExactly(5, 7, 9);
    }

    @Test
    void forgetsDroppedCollectionsAndDatabases() throws IOException {
        people.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
        people.insertOne(person("a", 1));
        client.getDatabase("other").getCollection("things").insertOne(person("x", 1));
        people.drop();
        client.getDatabase("other").drop();

        restart();

        assertThat(client.getDatabase("suite").listCollectionNames()).isEmpty();
        assertThat(client.getDatabase("other").listCollectionNames()).isEmpty();
        people.insertMany(List.of(person("a", 1), person("b", 1)));
        assertThat(all()).hasSize(2);
    }

    @Test
    void renamesCollectionsWithTheirIndexes() throws IOException {
        people.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
        people.insertOne(person("a", 1));
        people.renameCollection(new MongoNamespace("suite", "patients"));

        restart();

        MongoCollection<Document> patients = client.getDatabase("suite").getCollection("patients");
        assertThat(patients.find()).containsExactly(person("a", 1));
        assertThat(all()).isEmpty();
        assertThatThrownBy(() -> patients.insertOne(person("b", 1))).isInstanceOf(MongoWriteException.class);
    }

    @Test
    void refusesASecondStoreOnTheSameFolderAndATakenPort(@TempDir Path otherFolder) {
        assertThatThrownBy(() -> DocumentStore.start(folder, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString());
        assertThatThrownBy(() -> DocumentStore.start(otherFolder, store.port()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Integer.toString(store.port()));
    }

    @Test
    void keepsTextIdsAndListsOfIds() {
        people.insertMany(
                IntStream.range(0, 100).mapToObj(i -> person("p" + i, i)).toList());

        List<Document> found =
                people.find(in("_id", "p3", "p99", "unknown", "p50")).into(new ArrayList<>());

        assertThat(found).containsExactlyInAnyOrder(person("p3", 3), person("p50", 50), person("p99", 99));
        assertThat(store.fullScans()).isZero();
    }

    @Test
    void refusesAnUpdateThatWouldOutgrowWhatCanBeReadAgainAndUndoesIt() throws IOException {
        people.createIndex(Indexes.ascending("number"));
        people.insertOne(person("a", 1).append("bytes", new Binary(new byte[10 << 20])));

        MongoWriteException tooLarge = catchThrowableOfType(
                MongoWriteException.class,
                () -> people.updateOne(
                        eq("a"), combine(set("number", 2), set("more", new Binary(new byte[10 << 20])))));

        assertThat(tooLarge.getError().getCode()).isEqualTo(10334);
        assertThat(people.find(eq("number", 2))).isEmpty();
        assertThat(people.find(eq("number", 1)).first()).doesNotContainKey("more");
        restart();
        assertThat(people.find(eq("number", 1)).first()).containsKey("bytes").doesNotContainKey("more");
    }

    @Test
    void keepsUuids() throws IOException {
        Binary uuid = new Binary((byte) 4, new byte[16]);
        people.insertOne(new Document("_id", uuid)
                .append("text", UUID.nameUUIDFromBytes(new byte[1]).toString()));

        restart();

        assertThat(people.find(eq(uuid)).first()).isNotNull();
    }

    private List<Document> all() {
        return people.find().into(new ArrayList<>());
    }

    private static Document person(String id, int number) {
        return new Document("_id", id).append("number", number);
    }
}
