package io.crosscare.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsWhatItWrote() {
        StateFile file = new StateFile(folder.resolve("suite.json"));
        SuiteState state = new SuiteState(
                SuiteState.Phase.READY,
                "2026-03-02T08:00:00Z",
                8080,
                new ProcessId(10, 1_000),
                List.of(new SuiteState.Child(
                        "gateway", Program.Kind.SERVICE, "http://127.0.0.1:8080", new ProcessId(11, 2_000), 12_300)));

        file.write(state);

        assertThat(file.read()).contains(state);
    }

    @Test
    void findsNothingWhereNothingWasWritten() {
        assertThat(new StateFile(folder.resolve("suite.json")).read()).isEmpty();
    }

    @Test
    void findsNothingInAFileThatIsCutShort() throws Exception {
        Path path = Files.writeString(folder.resolve("suite.json"), "{\"phase\":\"READY\",\"chil");

        assertThat(new StateFile(path).read()).isEmpty();
    }
}
