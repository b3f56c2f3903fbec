package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is inside each service is listed by its build, and nothing of it is known to be bad. */
class DependenciesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway",
                "filing-service",
                "settlement-service",
                "hospital-registry-service",
                "error-correction-service"
            })
    void noServiceHoldsAVersionKnownToBeBad(String module) throws Exception {
        Path file =
                RepositoryFolder.root().resolve(module).resolve("target/classes/META-INF/sbom/application.cdx.json");

        JsonNode sbom = Json.read(Files.readString(file));

        assertThat(sbom.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(sbom.path("components").size()).isGreaterThan(100);
        assertThat(KnownBadVersions.read().findIn(sbom)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2.16.0, true",
        "2.17.1, false",
        "2.25.5, false",
        "2.0, true",
    })
    void findsAPlantedOne(String version, boolean isFound) throws Exception {
        JsonNode sbom = Json.read("""
            {"components": [{"group": "org.apache.logging.log4j", "name": "log4j-core", "version": "%s"},
                            {"group": "org.example", "name": "log4j-core", "version": "2.16.0"}]}
            """.formatted(version));

        assertThat(KnownBadVersions.read().findIn(sbom)).hasSize(isFound ? 1 : 0);
    }

    @Test
    void refusesARowItDoesNotUnderstand() {
        assertThatThrownBy(() -> KnownBadVersions.of("org.example:thing,1.0,CVE"))
                .hasMessage("not a row of the list: org.example:thing,1.0,CVE");
    }
}
