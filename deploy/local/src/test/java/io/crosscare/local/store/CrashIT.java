package io.crosscare.local.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Kills a store under writers and readers, takes away every byte of its journal that was not synced, as a power cut would, and
 * asks the restarted store for all that any reply had shown.
 */
@Execution(ExecutionMode.CONCURRENT)
class CrashIT {

    private static final int WRITERS = 8;
    private static final int READERS = 4;
    private static final int SHOWN_BEFORE_THE_KILL = 400;
    private static final long SECONDS_MAX = 30;
    private static final int DUPLICATE_KEY = 11000;

    @TempDir
    private Path folder;

    /** Every id an acknowledgement, a read or an error has shown. */
    private final Set<Integer> shownIds = ConcurrentHashMap.newKeySet();

    private final Queue<Throwable> troubles = new ConcurrentLinkedQueue<>();
    private final AtomicInteger shownCount = new AtomicInteger();
    private final Set<Integer> shownDeletions = ConcurrentHashMap.newKeySet();

    @RepeatedTest(3)
    void losesNothingThatAnyReplyHasShown() throws Exception {
        runUntilKilled(CrashingStore.Replies.AFTER_SYNC);

        assertThat(shownIds).hasSizeGreaterThanOrEqualTo(SHOWN_BEFORE_THE_KILL);
        assertThat(lostAfterRestart()).isEmpty();
    }

    /** The same run on a store that answers before it syncs: if nothing were found missing here, the test above were void. */
    @Test
    void findsWhatAStoreLosesThatAnswersBeforeItSyncs() throws Exception {
        runUntilKilled(CrashingStore.Replies.BEFORE_SYNC);

        assertThat(lostAfterRestart()).isNotEmpty();
    }

    private void runUntilKilled(CrashingStore.Replies replies) throws Exception {
        Path note = folder.resolve("synced");
        Process process = startStore(note, replies);
        CountDownLatch enough = new CountDownLatch(SHOWN_BEFORE_THE_KILL);
        try (MongoClient client = MongoClients.create(uri(process) + "?serverSelectionTimeoutMS=500");
                ExecutorService clients = Executors.newCachedThreadPool()) {
            MongoDatabase database = client.getDatabase("suite");
            AtomicInteger nextId = new AtomicInteger();
            for (int i = 0; i < WRITERS; i++) {
                clients.execute(() -> repeatUntilKilled(process, () -> {
                    write(database, nextId.getAndIncrement());
                    enough.countDown();
                }));
            }
            for (int i = 0; i < READERS; i++) {
                clients.execute(() -> repeatUntilKilled(process, () -> read(database)));
            }
            boolean isEnough = enough.await(SECONDS_MAX, TimeUnit.SECONDS);
            List<Throwable> troublesBeforeTheKill = List.copyOf(troubles);
            process.destroyForcibly().waitFor();
            assertThat(isEnough)
                    .as("enough written before the kill; troubles: %s", troublesBeforeTheKill)
                    .isTrue();
        }
        cutToLastSyncedByte(note);
    }

    /** Inserts, counts, sometimes deletes, and meets the ids of other writers, whose insert the error then shows. */
    private void write(MongoDatabase database, int id) {
        MongoCollection<Document> people = database.getCollection("people");
        insert(people, id);
        Document counter = database.getCollection("counters")
                .findOneAndUpdate(
                        eq("people"),
                        inc("count", 1),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        noteCount(Objects.requireNonNull(counter));
        insert(people, id + 1);
        if (id % 10 == 0) {
            database.getCollection("passing").insertOne(new Document("_id", id));
            database.getCollection("passing").deleteOne(eq(id));
            shownDeletions.add(id);
        }
    }

    /** Also the refusal of a duplicate shows that the id is there. */
    private void insert(MongoCollection<Document> people, int id) {
        try {
            people.insertOne(new Document("_id", id));
        } catch (MongoWriteException e) {
            assertThat(e.getError().getCode()).isEqualTo(DUPLICATE_KEY);
        }
        shownIds.add(id);
    }

    private void read(MongoDatabase database) {
        database.getCollection("people")
                .find()
                .sort(descending("_id"))
                .limit(20)
                .batchSize(5)
                .forEach(person -> shownIds.add(person.getInteger("_id")));
        database.getCollection("counters").find(eq("people")).forEach(this::noteCount);
    }

    private void noteCount(Document counter) {
        shownCount.accumulateAndGet(counter.getInteger("count"), Math::max);
    }

    private void repeatUntilKilled(Process process, Runnable work) {
        while (process.isAlive()) {
            try {
                work.run();
            } catch (MongoException e) {
                troubles.add(e); // expected once the store is killed
            }
        }
    }

    private void cutToLastSyncedByte(Path note) throws IOException {
        List<Path> segments;
        try (var files = Files.list(folder.resolve("data"))) {
            segments =
                    files.filter(file -> file.toString().endsWith(".journal")).toList();
        }
        assertThat(segments).as("the note is about one segment").hasSize(1);
        long synced = ByteBuffer.wrap(Files.readAllBytes(note)).getLong();
        try (FileChannel journal = FileChannel.open(segments.getFirst(), StandardOpenOption.WRITE)) {
            journal.truncate(synced);
        }
    }

    private List<String> lostAfterRestart() throws IOException {
        List<String> lost = new ArrayList<>();
        try (DocumentStore store = DocumentStore.start(folder.resolve("data"), 0);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoDatabase database = client.getDatabase("suite");
            Set<Integer> found = ids(database, "people");
            shownIds.stream().filter(id -> !found.contains(id)).forEach(id -> lost.add("insert of " + id));
            Set<Integer> passing = ids(database, "passing");
            shownDeletions.stream().filter(passing::contains).forEach(id -> lost.add("deletion of " + id));
            Document counter = database.getCollection("counters").find().first();
            if (counter == null || counter.getInteger("count") < shownCount.get()) {
                lost.add("count " + shownCount + " of " + counter);
            }
        }
        return lost;
    }

    private static Set<Integer> ids(MongoDatabase database, String collection) {
        return database.getCollection(collection)
                .find()
                .map(document -> document.getInteger("_id"))
                .into(new HashSet<>());
    }

    private Process startStore(Path note, CrashingStore.Replies replies) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingStore.class.getName(),
                        folder.resolve("data").toString(),
                        note.toString(),
                        replies.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String uri(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        return Objects.requireNonNull(output.readLine(), "the store did not start")
                .substring("ready at ".length());
    }
}
