package io.crosscare.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crosscare.chassis.testing.RepositoryRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Spectral over the contract: the document of all services, which theirs are the parts of, and the topics. Needs {@code npm ci} in
 * {@code docs/api}, and says so where it was not run.
 */
@Execution(ExecutionMode.CONCURRENT)
class ContractRulesTest {

    private static final Path FOLDER = RepositoryRoot.find().resolve("docs/api");
    private static final Path SPECTRAL = FOLDER.resolve("node_modules/.bin/spectral");
    private static final long SECONDS_MAX = 120;
    private static final String KEPT = "gateway/src/main/resources/openapi.json";

    @BeforeEach
    void needsSpectral() {
        assumeTrue(Files.exists(SPECTRAL), "Spectral is not installed: run npm ci in docs/api");
    }

    @Test
    void breaksNoRule() throws IOException, InterruptedException {
        String said = lint(List.of("asyncapi.json", "../../" + KEPT));

        assertThat(said).contains("No results with a severity of 'warn' or higher found!");
    }

    /** An amount without its unit, and an operation that does not ask for a token. */
    @Test
    void findsWhatIsPlanted(@TempDir Path folder) throws IOException, InterruptedException {
        String planted = """
            {"openapi": "3.1.0",
             "info": {"title": "Planted", "version": "1.0.0"},
             "paths": {"/bills": {"get": {
               "operationId": "getBills",
               "responses": {"200": {"description": "a bill", "content": {"application/json": {
                 "schema": {"$ref": "#/components/schemas/Bill"}}}}}}}},
             "components": {"schemas": {"Bill": {"type": "object", "properties": {
               "totalCostFen": {"type": "integer", "description": "total cost"}}}}}}
            """;
        Path file = Files.writeString(folder.resolve("planted.json"), planted);

        String said = lint(List.of(file.toString()));

        assertThat(said).contains("crosscare-amount-says-fen", "crosscare-operation-asks-for-a-token");
    }

    private static String lint(List<String> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(SPECTRAL.toString(), "lint", "--fail-severity", "warn", "--ruleset", ".spectral.yaml"));
        command.addAll(files);
        Path output = Files.createTempFile("spectral", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Spectral did not end in " + SECONDS_MAX + " s");
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Files.delete(output);
        }
    }
}
