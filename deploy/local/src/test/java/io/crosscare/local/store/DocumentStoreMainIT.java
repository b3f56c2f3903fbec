package io.crosscare.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store as a process. */
class DocumentStoreMainIT {

    private static final long SECONDS_MAX = 20;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void saysWhatItIsStopsWhenToldAndFindsItsDataAgain() throws Exception {
        Process first = start("--data", folder.toString(), "--port", "0");
        String ready = readyLine(first);
        try (MongoClient client = MongoClients.create(uriIn(ready))) {
            client.getDatabase("suite").getCollection("people").insertOne(new Document("_id", 1));
        }
        first.destroy();
        boolean isStopped = first.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
        Process second = start("--data", folder.toString(), "--port", "0");

        assertThat(ready).contains("one machine").contains("mongodb://127.0.0.1:");
        assertThat(isStopped).isTrue();
        try (MongoClient client = MongoClients.create(uriIn(readyLine(second)))) {
            assertThat(client.getDatabase("suite").getCollection("people").find())
                    .hasSize(1);
        }
    }

    @Test
    void saysWhereADamagedJournalIsDamagedAndDoesNotStart() throws Exception {
        Path older = folder.resolve("0000000000000000001.journal");
        Files.writeString(older, "not a journal");
        Files.createFile(folder.resolve("0000000000000000002.journal"));

        Process process = start("--data", folder.toString(), "--port", "0");

        assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(errors(process)).contains("not started").contains("byte 0 of " + older);
    }

    @Test
    void refusesArgumentsItDoesNotKnow() throws Exception {
        Process process = start("--data", folder.toString(), "--harbour", "1");

        assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(errors(process)).contains("--port").contains("Usage");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DocumentStoreMain.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }

    private static String readyLine(Process process) throws IOException {
        return Objects.requireNonNull(
                process.inputReader(StandardCharsets.UTF_8).readLine(), "the store did not start");
    }

    private static String uriIn(String readyLine) {
        return readyLine.replaceFirst(".*(mongodb://[^,]*/).*", "$1");
    }

    private static String errors(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
