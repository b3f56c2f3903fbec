package io.crosscare.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.crosscare.local.data.DataFolder;
import io.crosscare.local.data.Keys;
import io.crosscare.local.store.DocumentStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The two commands on a data directory, without a suite. */
class BackupAndRestoreTest {

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();
    private DataFolder data;

    @BeforeEach
    void prepare() throws Exception {
        data = DataFolder.at(folder.resolve("data"));
        data.prepare();
        new Keys(data.keys()).makeMissing(List.of());
    }

    @Test
    void bringsBackWhatWasThereAndKeepsWhatCameLater() throws Exception {
        add(1);
        assertThat(run(new BackupCommand(), copy())).isZero();
        add(2);
        Files.createDirectories(data.events());
        Files.writeString(data.events().resolve("meta.properties"), "topics");

        int code = run(new RestoreCommand(), copy());

        assertThat(code).isZero();
        assertThat(things(data.documents())).containsExactly(1);
        assertThat(data.events()).doesNotExist();
        assertThat(things(setAside("documents.before-restore-"))).containsExactly(1, 2);
        assertThat(setAside("events.before-restore-").resolve("meta.properties"))
                .hasContent("topics");
        assertThat(data.restoring()).doesNotExist();
    }

    @Test
    void bringsBackAStoreThatIsLost() throws Exception {
        add(1);
        run(new BackupCommand(), copy());
        Files.move(data.documents(), folder.resolve("lost"));

        int code = run(new RestoreCommand(), copy());

        assertThat(code).isZero();
        assertThat(things(data.documents())).containsExactly(1);
    }

    @Test
    void changesNothingWhereTheCopyIsDamaged() throws Exception {
        add(1);
        run(new BackupCommand(), copy());
        try (Stream<Path> files = Files.list(copy().resolve("documents"))) {
            Files.writeString(files.findFirst().orElseThrow(), "damaged");
        }

        int code = run(new RestoreCommand(), copy());

        assertThat(code).isEqualTo(1);
        assertThat(errors.toString()).contains("not as it was written");
        assertThat(things(data.documents())).containsExactly(1);
    }

    @Test
    void restoresNothingUnderARunningSuite() throws Exception {
        add(1);
        run(new BackupCommand(), copy());
        new StateFile(data.suiteFile())
                .write(new SuiteState(
                        SuiteState.Phase.READY,
                        "2026-03-02T08:00:00Z",
                        8080,
                        ProcessId.of(ProcessHandle.current()),
                        List.of()));
        add(2);

        int code = run(new RestoreCommand(), copy());

        assertThat(code).isEqualTo(1);
        assertThat(things(data.documents())).containsExactly(1, 2);
    }

    @Test
    void restoresNothingBesideACommandThatHasTheDirectory() throws Exception {
        add(1);
        run(new BackupCommand(), copy());

        try (AutoCloseable _ = data.lock().orElseThrow()) {
            assertThat(run(new RestoreCommand(), copy())).isEqualTo(1);
        }
    }

    @Test
    void wantsTheKeysFirst() throws Exception {
        add(1);
        run(new BackupCommand(), copy());
        Files.delete(data.keys().resolve("data.key"));

        assertThat(run(new RestoreCommand(), copy())).isEqualTo(1);
    }

    @Test
    void copiesNothingIntoTheDirectoryItIsToOutlive() throws Exception {
        add(1);

        int code = run(new BackupCommand(), data.path().resolve("copy"));

        assertThat(code).isEqualTo(2);
        assertThat(errors.toString()).contains("lost together with it");
    }

    @Test
    void startsNothingOnAHalfRestoredDirectory() throws Exception {
        add(1);
        Files.move(data.documents(), data.restoring());

        int code = run(new Up(new StopRequest()), null);

        assertThat(code).isEqualTo(1);
        assertThat(errors.toString()).contains("run restore once more");
    }

    private Path copy() {
        return folder.resolve("copy");
    }

    private Path setAside(String prefix) throws Exception {
        try (Stream<Path> entries = Files.list(data.path())) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void add(int id) throws Exception {
        try (DocumentStore store = DocumentStore.start(data.documents(), 0);
                MongoClient client = MongoClients.create(store.uri())) {
            collection(client).insertOne(new Document("_id", id));
        }
    }

    private static List<Integer> things(Path documents) throws Exception {
        try (DocumentStore store = DocumentStore.start(documents, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            return collection(client).find().map(one -> one.getInteger("_id")).into(new ArrayList<>());
        }
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("suite").getCollection("things");
    }

    private int run(Callable<Integer> command, @Nullable Path copy) {
        CommandLine line = Commands.lineOf(command);
        line.setErr(new PrintWriter(errors, true));
        List<String> arguments = new ArrayList<>(List.of(
                "--root",
                folder.toString(),
                "--local",
                folder.toString(),
                "--data",
                data.path().toString()));
        if (copy != null) {
            arguments.add(copy.toString());
        }
        return line.execute(arguments.toArray(String[]::new));
    }
}
