package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.acceptance.cases.Cases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worked cases played through the gateway by their own program: those that are right pass, and a wrong fen is found. */
@OnRunningSuite
class CasesE2E {

    private final SuiteUnderTest suite;

    @TempDir
    private Path folder = Path.of("");

    CasesE2E(SuiteUnderTest suite) {
        this.suite = suite;
    }

    /** What the program said, and its exit code. */
    private record Said(int code, List<String> lines) {}

    @Test
    void passesWhatIsRight() throws IOException {
        Path report = folder.resolve("report.json");

        Said said = play(golden(), "D01", "D02", "G06", "G08", "G24", "R05", "R08", "--json", report.toString());

        assertThat(said.lines()).last().isEqualTo("cases: 7 passed, 0 failed");
        assertThat(said.code()).isZero();
        assertThat(Json.read(Files.readString(report)).path("passed").asInt()).isEqualTo(7);
    }

    @Test
    void namesThePlantedFen() throws IOException {
        String planted = golden().replace("\"pooled\": 50888", "\"pooled\": 50889");
        assertThat(planted).isNotEqualTo(golden());

        Said said = play(planted, "D01", "G23");

        assertThat(said.lines()).last().isEqualTo("cases: 1 passed, 1 failed");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.lines())
                .filteredOn(line -> line.contains("pooledFundPayFen"))
                .first()
                .asString()
                .contains("expected 50889, came 50888");
    }

    @Test
    void readsNoFileThatIsNone() throws IOException {
        assertThat(play("{\"cases\":", "D01").code()).isEqualTo(2);
    }

    private Said play(String file, String... more) throws IOException {
        Path cases = folder.resolve("cases.json");
        Files.writeString(cases, file);
        List<String> arguments = new ArrayList<>(
                List.of(cases.toString(), "--data", suite.local().data().toString()));
        for (String one : more) {
            boolean isCase = one.matches("[DGR][0-9]{2}");
            arguments.addAll(isCase ? List.of("--case", one) : List.of(one));
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = Cases.run(new PrintStream(said, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
        return new Said(code, said.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static String golden() throws IOException {
        try (InputStream file = Cases.class.getResourceAsStream("/golden/settlements.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
