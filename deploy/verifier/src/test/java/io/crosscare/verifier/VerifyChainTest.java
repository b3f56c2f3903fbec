package io.crosscare.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says and how it ends. */
class VerifyChainTest {

    private static final Path GOLDEN = Path.of("../../settlement-service/src/test/resources/export/every-kind.ndjson");

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void endsWellOnAFileThatHolds() {
        assertThat(run(GOLDEN.toString())).isZero();

        assertThat(said.toString()).endsWith("verify-chain: 13 entries of 2 chains hold\n");
    }

    @Test
    void namesTheEntryAndEndsWithOne() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(GOLDEN));
        lines.remove(5);
        Path file = Files.write(folder.resolve("chains.ndjson"), lines);

        assertThat(run(file.toString())).isEqualTo(1);

        assertThat(said.toString())
                .startsWith("第 6 行 line 6: p" + "a".repeat(26) + ":0000000005 · 已被删除 · was removed\n")
                .endsWith("verify-chain: FAILED\n");
    }

    @Test
    void comparesTheDigestThatWasNoted() throws IOException {
        String last = Files.readAllLines(GOLDEN).getLast();
        String digest = last.replaceAll(".*\"digest\":\"([0-9a-f]{64})\".*", "$1");

        assertThat(run(GOLDEN.toString(), "--digest", digest)).isZero();
        assertThat(run(GOLDEN.toString(), "--digest", "0".repeat(64))).isEqualTo(1);
    }

    @Test
    void endsWithTwoWhereThereIsNoFile() {
        assertThat(run(folder.resolve("none").toString())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    private int run(String... arguments) {
        return VerifyChain.run(new PrintWriter(said, true), arguments);
    }
}
