package io.crosscare.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy is one moment of the store that holds all that was answered before it, or it is refused. */
class StoreCopyIT {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final int SEGMENT_LENGTH = 4_000;
    private static final int COPIES = 12;

    @TempDir
    private Path folder;

    /** The writer adds to the one database, then to the other: a copy with more on the right than on the left mixes moments. */
    @Test
    void isOneMomentOfAllDatabasesOfAStoreThatFoldsItsJournal() throws Exception {
        AtomicInteger answered = new AtomicInteger();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        try (DocumentStore store = start(live());
                MongoClient client = MongoClients.create(store.uri());
                ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> writing = writer.submit(() -> write(client, answered, goesOn));
            for (int i = 0; i < COPIES; i++) {
                int before = answered.get();
                while (answered.get() < before + 30) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                int atLeast = answered.get();
                StoreCopy copy = StoreCopy.take(live(), folder.resolve("copy-" + i), NOW);
                assertHoldsOneMoment(copy, folder.resolve("laid-" + i), atLeast);
            }
            goesOn.set(false);
            writing.get(30, TimeUnit.SECONDS);
            assertThat(filesIn(live())).as("folded meanwhile").anyMatch(file -> file.endsWith(".snapshot"));
        }
    }

    @Test
    void leavesOutTheTornEndOfAWriteThatWasNeverAnswered() throws Exception {
        fill(5);
        Path last = live().resolve(filesIn(live()).stream()
                .filter(file -> file.endsWith(".journal"))
                .max(String::compareTo)
                .orElseThrow());
        Files.write(last, new byte[] {'C', 'C', 'J', '1', 0, 0}, StandardOpenOption.APPEND);

        StoreCopy copy = StoreCopy.take(live(), folder.resolve("copy"), NOW);

        assertThat(copy.manifest().documents()).containsEntry("left.things", 5);
        assertThat(copy.manifest().lastFrame()).isPositive();
    }

    @Test
    void canBeOpenedByItsOwnerOnly() throws Exception {
        fill(1);

        StoreCopy.take(live(), folder.resolve("copy"), NOW);

        try (Stream<Path> all = Files.walk(folder.resolve("copy"))) {
            assertThat(all)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .endsWith("------"));
        }
    }

    @Test
    void isNotTakenIntoAFolderThatHoldsSomethingNorFromNothing() throws Exception {
        fill(1);
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("thesis.txt"), "precious");

        assertThatThrownBy(() -> StoreCopy.take(live(), full, NOW)).hasMessageContaining("not empty");
        assertThatThrownBy(() -> StoreCopy.take(folder.resolve("nothing"), folder.resolve("copy"), NOW))
                .hasMessageContaining("no embedded document store");
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void isNotTakenOfADamagedStore() throws Exception {
        fill(50);
        Path first = live().resolve(filesIn(live()).getFirst());
        damage(first);

        assertThatThrownBy(() -> StoreCopy.take(live(), folder.resolve("copy"), NOW))
                .isInstanceOf(StoreDamagedException.class);
        assertThatThrownBy(() -> StoreCopy.open(folder.resolve("copy"))).hasMessageContaining("no whole copy");
    }

    @Test
    void isRefusedWhereAFileIsNotAsItWasWritten() throws Exception {
        fill(5);
        Path copy = folder.resolve("copy");
        StoreCopy.take(live(), copy, NOW);
        Path documents = copy.resolve("documents");
        Path file = documents.resolve(filesIn(documents).getLast());
        byte[] whole = Files.readAllBytes(file);

        damage(file);
        assertThatThrownBy(() -> StoreCopy.open(copy)).hasMessageContaining("not as it was written");
        Files.delete(file);
        assertThatThrownBy(() -> StoreCopy.open(copy)).hasMessageContaining("missing");
        Files.write(file, whole);
        assertThat(StoreCopy.open(copy).manifest().documents()).containsEntry("left.things", 5);
        Files.writeString(documents.resolve("extra.journal"), "x");
        assertThatThrownBy(() -> StoreCopy.open(copy)).hasMessageContaining("does not name");
    }

    private void assertHoldsOneMoment(StoreCopy copy, Path laid, int atLeast) throws Exception {
        StoreCopy.open(copy.path()).layInto(laid);
        try (DocumentStore store = start(laid);
                MongoClient client = MongoClients.create(store.uri())) {
            long left = things(client, "left").countDocuments();
            long right = things(client, "right").countDocuments();
            assertThat(left).isBetween(right, right + 1);
            assertThat(right).isGreaterThanOrEqualTo(atLeast);
            assertThat(things(client, "left")
                            .find(new Document("_id", (int) left))
                            .first())
                    .isNotNull();
            assertThat(copy.manifest().documents())
                    .containsEntry("left.things", (int) left)
                    .containsEntry("right.things", (int) right)
                    .hasSize(2);
        }
    }

    private static void write(MongoClient client, AtomicInteger answered, AtomicBoolean goesOn) {
        for (int i = 1; goesOn.get(); i++) {
            things(client, "left").insertOne(new Document("_id", i).append("text", "x".repeat(100)));
            things(client, "right").insertOne(new Document("_id", i).append("text", "y".repeat(100)));
            answered.set(i);
        }
    }

    private void fill(int count) throws IOException {
        try (DocumentStore store = start(live());
                MongoClient client = MongoClients.create(store.uri())) {
            for (int i = 0; i < count; i++) {
                things(client, "left").insertOne(new Document("_id", i));
            }
        }
    }

    private static MongoCollection<Document> things(MongoClient client, String database) {
        return client.getDatabase(database).getCollection("things");
    }

    private static DocumentStore start(Path path) throws IOException {
        return DocumentStore.start(path, 0, new JournalSettings(JournalFile.Sync.DISK, SEGMENT_LENGTH, _ -> {}));
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static List<String> filesIn(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("lock"))
                    .sorted()
                    .toList();
        }
    }

    private Path live() {
        return folder.resolve("live");
    }
}
