package io.crosscare.local.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No reply of any kind shows what is not synced; when syncing fails, there are no replies. */
class ReplyHoldingIT {

    private static final long LONGER_THAN_ANY_REPLY_MILLIS = 200;
    private static final long SECONDS_MAX = 10;

    @TempDir
    private Path folder;

    private final HeldDisk disk = new HeldDisk();
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private DocumentStore store;
    private MongoClient writer;
    private MongoClient watcher;
    private MongoCollection<Document> people;
    private MongoCollection<Document> watchedPeople;

    @BeforeEach
    void start() throws IOException {
        store = DocumentStore.start(folder, 0, JournalSettings.with(disk));
        writer = MongoClients.create(store.uri() + "?socketTimeoutMS=20000");
        people = writer.getDatabase("suite").getCollection("people");
        people.insertMany(
                IntStream.range(0, 10).mapToObj(ReplyHoldingIT::person).toList());
        watcher = MongoClients.create(store.uri() + "?socketTimeoutMS=20000");
        watchedPeople = watcher.getDatabase("suite").getCollection("people");
        watchedPeople
                .find()
                .first(); // connected before the disk is held, for the greeting of a new connection is held too
    }

    @AfterEach
    void stop() throws IOException {
        disk.release();
        clients.shutdownNow();
        writer.close();
        watcher.close();
        store.close();
    }

    @Test
    void holdsAWrite() throws Exception {
        disk.hold();

        Future<?> insert = clients.submit(() -> people.insertOne(person(10)));

        assertHeld(insert);
        disk.release();
        assertThat(insert.get(SECONDS_MAX, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void holdsAReadThatShowsAnUnsyncedWrite() throws Exception {
        Future<?> insert = insertWhileTheDiskIsHeld();

        Future<Document> read = clients.submit(() -> watchedPeople.find(eq(10)).first());

        assertHeld(read);
        disk.release();
        insert.get(SECONDS_MAX, TimeUnit.SECONDS);
        assertThat(read.get(SECONDS_MAX, TimeUnit.SECONDS)).isEqualTo(person(10));
    }

    @Test
    void holdsTheErrorThatShowsAnUnsyncedWrite() throws Exception {
        Future<?> insert = insertWhileTheDiskIsHeld();

        Future<?> duplicate = clients.submit(() -> watchedPeople.insertOne(person(10)));

        assertHeld(duplicate);
        disk.release();
        insert.get(SECONDS_MAX, TimeUnit.SECONDS);
        assertThatThrownBy(() -> duplicate.get(SECONDS_MAX, TimeUnit.SECONDS))
                .hasCauseInstanceOf(MongoWriteException.class);
    }

    @Test
    void holdsTheNextBatchThatShowsAnUnsyncedChange() throws Exception {
        MongoCursor<Document> cursor = watchedPeople.find().batchSize(1).iterator();
        cursor.next();
        disk.hold();
        Future<?> update = clients.submit(
                () -> people.updateMany(new Document(), new Document("$set", new Document("seen", true))));
        disk.awaitSyncBegun();

        Future<Document> next = clients.submit((Callable<Document>) cursor::next);

        assertHeld(next);
        disk.release();
        update.get(SECONDS_MAX, TimeUnit.SECONDS);
        assertThat(next.get(SECONDS_MAX, TimeUnit.SECONDS)).containsEntry("seen", true);
    }

    @Test
    void answersNothingMoreWhenTheDiskFails() throws Exception {
        disk.fail();

        assertThatThrownBy(() -> people.insertOne(person(10))).isInstanceOf(MongoException.class);

        assertThatThrownBy(() -> store.end().toCompletableFuture().get(SECONDS_MAX, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("disk failed");
        try (MongoClient later = MongoClients.create(store.uri() + "?serverSelectionTimeoutMS=300")) {
            assertThatThrownBy(() -> later.getDatabase("suite")
                            .getCollection("people")
                            .find(eq(10))
                            .first())
                    .isInstanceOf(MongoException.class);
        }
    }

    @Test
    void keepsAllItAnsweredBeforeTheDiskFailed() throws Exception {
        disk.fail();
        assertThatThrownBy(() -> people.insertOne(person(10))).isInstanceOf(MongoException.class);
        store.close();

        try (DocumentStore again = DocumentStore.start(folder, 0);
                MongoClient reader = MongoClients.create(again.uri())) {
            List<Integer> ids = reader.getDatabase("suite")
                    .getCollection("people")
                    .find()
                    .map(person -> person.getInteger("_id"))
                    .into(new ArrayList<>());

            assertThat(ids).contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
    }

    /** The store closes itself when its disk fails, while its owner closes it and drivers keep trying to connect. */
    @RepeatedTest(5)
    @Timeout(SECONDS_MAX)
    void closesOnceThoughTheDiskFailsWhileItIsBeingClosed() throws Exception {
        disk.fail();
        var _ = clients.submit(() -> people.insertOne(person(10)));

        Future<?> first = clients.submit(() -> close(store));
        close(store);

        assertThat(first.get(SECONDS_MAX, TimeUnit.SECONDS)).isNull();
        assertThat(store.end().toCompletableFuture()).isDone();
    }

    private static void close(DocumentStore store) {
        try {
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Future<?> insertWhileTheDiskIsHeld() throws InterruptedException {
        disk.hold();
        Future<?> insert = clients.submit(() -> people.insertOne(person(10)));
        disk.awaitSyncBegun();
        return insert;
    }

    private static void assertHeld(Future<?> reply) {
        assertThatThrownBy(() -> reply.get(LONGER_THAN_ANY_REPLY_MILLIS, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
    }

    private static Document person(int id) {
        return new Document("_id", id);
    }

    /** A disk that can be made to take its time, or to fail. */
    private static final class HeldDisk implements JournalFile.Sync {

        private volatile CountDownLatch release = new CountDownLatch(0);
        private volatile CountDownLatch begun = new CountDownLatch(0);
        private volatile boolean failing;

        @Override
        public void force(FileChannel channel, Path file) throws IOException {
            begun.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            if (failing) {
                throw new IOException("disk failed");
            }
            channel.force(false);
        }

        void hold() {
            begun = new CountDownLatch(1);
            release = new CountDownLatch(1);
        }

        void awaitSyncBegun() throws InterruptedException {
            assertThat(begun.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        }

        void release() {
            release.countDown();
        }

        void fail() {
            failing = true;
        }
    }
}
