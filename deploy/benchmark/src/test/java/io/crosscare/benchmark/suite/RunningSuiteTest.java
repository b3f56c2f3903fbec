package io.crosscare.benchmark.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningSuiteTest {

    private static final long SELF = ProcessHandle.current().pid();
    private static final long NOBODY = Integer.MAX_VALUE - 1L;

    @TempDir
    private Path data = Path.of("");

    @Test
    void readsWhatTheSupervisorNoted() throws IOException {
        note("READY", SELF);

        RunningSuite suite = RunningSuite.find(data).orElseThrow();

        assertThat(suite.portBase()).isEqualTo(24_000);
        assertThat(suite.pids().sequencedKeySet()).containsExactly("documents", "events", "gateway", "supervisor");
        assertThat(suite.gateway()).isEqualTo(URI.create("http://127.0.0.1:24000"));
        assertThat(suite.documents()).isEqualTo(URI.create("mongodb://127.0.0.1:24020/"));
        assertThat(suite.services().sequencedKeySet()).containsExactly("gateway");
    }

    @Test
    void findsNoneThatIsNotReady() throws IOException {
        note("STARTING", SELF);

        assertThat(RunningSuite.find(data)).isEqualTo(Optional.empty());
    }

    @Test
    void findsNoneWhoseProcessesAreGone() throws IOException {
        note("READY", NOBODY);

        assertThat(RunningSuite.find(data)).isEqualTo(Optional.empty());
    }

    @Test
    void findsNoneWhereNothingWasStarted() throws IOException {
        assertThat(RunningSuite.find(data)).isEqualTo(Optional.empty());
    }

    private void note(String phase, long pid) throws IOException {
        Files.writeString(data.resolve("suite.json"), """
            {"phase": "%1$s", "startedAt": "2026-11-27T04:00:04Z", "portBase": 24000,
             "supervisor": {"pid": %2$d, "startedAtMillis": 1},
             "children": [
              {"name": "documents", "kind": "STORE", "address": "mongodb://127.0.0.1:24020/", "process": {"pid": %2$d}},
              {"name": "events", "kind": "STORE", "address": "127.0.0.1:24021 (Kafka)", "process": {"pid": %2$d}},
              {"name": "gateway", "kind": "SERVICE", "address": "http://127.0.0.1:24000", "process": {"pid": %2$d}}]}
            """.formatted(phase, pid));
    }
}
