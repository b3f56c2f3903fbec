package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.acceptance.MarkSearch.Finding;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that finds nothing proves something only if it would have found. */
class MarkSearchTest {

    private static final List<MarkedPerson> PERSONS = MarkedPerson.persons(50);

    private final MarkSearch search = new MarkSearch(MarkedPerson.marksOf(PERSONS), 64);

    @TempDir
    private Path folder;

    @Test
    void findsEveryPartOfEveryMarkedPerson() {
        for (MarkedPerson person : PERSONS) {
            for (String part : List.of(
                    person.name(),
                    person.identityNumber(),
                    person.papers().personNumber(),
                    person.papers().cardNumber(),
                    person.phone(),
                    URLEncoder.encode(person.name(), StandardCharsets.UTF_8))) {
                assertThat(search.in("here", "a" + part + "b")).as(part).isNotEmpty();
            }
        }
    }

    @Test
    void findsAMarkWhereverItLiesInAFile() throws IOException {
        String mark = PERSONS.getFirst().name();
        for (int before = 0; before < 140; before++) {
            Path file = folder.resolve("file-" + before);
            Files.write(file, ("x".repeat(before) + mark + "y".repeat(70)).getBytes(StandardCharsets.UTF_8));

            assertThat(search.in(file))
                    .as("%d bytes before it", before)
                    .containsExactly(new Finding(file.toString(), "龘靐"));
        }
    }

    @Test
    void saysAMarkOncePerFileAndWalksIntoFolders() throws IOException {
        Path file = Files.createDirectories(folder.resolve("a/b")).resolve("log");
        Files.writeString(file, ("MARKEDCARD0001 " + "z".repeat(200)).repeat(3));

        assertThat(search.under(folder)).containsExactly(new Finding(file.toString(), "MARKEDCARD"));
    }

    @Test
    void passesOverWhatIsMasked() {
        assertThat(search.in("here", "龘*** 9999**********0019 **********0001 139****0001"))
                .isEmpty();
    }
}
