package io.crosscare.settlement.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedDocumentsTest {

    @ParameterizedTest
    @CsvSource({"/policies, .yaml", "/catalogues, .csv"})
    void listsEveryDocumentOfItsFolder(String folder, String suffix) throws IOException, URISyntaxException {
        List<String> indexed = Files.readAllLines(resource(folder + "/index.txt"));

        try (Stream<Path> files = Files.list(resource(folder))) {
            List<String> present = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .sorted()
                    .toList();
            assertThat(indexed).isEqualTo(present);
        }
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ShippedDocumentsTest.class.getResource(name))
                .toURI());
    }
}
