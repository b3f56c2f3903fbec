package io.crosscare.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    private Path folder;

    @Test
    void showsTheErrorsOfAJsonLogReadably() throws Exception {
        Path log = Files.writeString(folder.resolve("filing.log"), """
            {"log":{"level":"INFO"},"message":"starting"}
            {"log":{"level":"ERROR"},"message":"no key","error":{"message":"data.key is missing"}}
            {"log.level":"WARN","message":"stopping"}
            """);

        assertThat(LogTail.of(log)).containsExactly("ERROR  no key  data.key is missing", "WARN  stopping");
    }

    @Test
    void showsTheLastLinesWhenNoneIsAnError() throws Exception {
        Path log = Files.writeString(folder.resolve("filing.log"), "one\n".repeat(30) + "two\n");

        assertThat(LogTail.of(log)).hasSize(12).endsWith("one", "two");
    }

    @Test
    void showsNothingOfALogThatWasNeverWritten() {
        assertThat(LogTail.of(folder.resolve("absent.log"))).isEmpty();
    }
}
