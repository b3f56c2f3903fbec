package io.crosscare.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.tidy.FormRules.Lengths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole repository keeps the house rules of form. Each rule is proved on a planted violation in {@link TidyRulesTest}. */
class TidyTest {

    private static final Path ROOT = RepositoryFiles.ROOT;
    private static final Map<Path, String> TEXTS = new HashMap<>();
    private static final Map<Path, JavaSource> SOURCES = new HashMap<>();

    @BeforeAll
    static void read() {
        RepositoryFiles.endingWith(".java").forEach(file -> TEXTS.put(file, textOf(file)));
        SOURCES.putAll(JavaSource.parse(TEXTS));
    }

    @Test
    void filesAndMethodsAreShort() {
        assertNone(findings(
                SOURCES,
                (file, source) -> FormRules.lengths(source, isMain(file) ? Lengths.OF_MAIN : Lengths.OF_TESTS)));
    }

    @Test
    void publicTypesOfTheProductAreDocumented() {
        assertNone(findings(SOURCES, (file, source) -> isMain(file) ? FormRules.undocumented(source) : Stream.empty()));
    }

    @Test
    void nothingIsLeftUnfinished() {
        assertNone(
                findings(TEXTS, (_, text) -> FormRules.unfinished(text.lines().toList())));
    }

    @Test
    void noNameUsesABannedWord() throws IOException {
        Glossary glossary = Glossary.read();

        assertNone(inSources(glossary::findBanned));
    }

    @Test
    void everyAmountAndRatioIsInTheGlossary() throws IOException {
        Glossary glossary = Glossary.read();

        assertNone(
                findings(SOURCES, (file, source) -> isMain(file) ? glossary.findUnexplained(source) : Stream.empty()));
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        assertNone(TEXTS.keySet().stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !folder.toString().endsWith("/testing/planted/unmarked"))
                .flatMap(folder -> PackageInfo.missing(ROOT, folder)));
    }

    @Test
    void everyLinkOfEveryDocumentLeadsSomewhere() {
        Map<Path, String> documents = new HashMap<>();
        RepositoryFiles.endingWith(".md").forEach(file -> documents.put(file, textOf(file)));

        assertThat(documents).containsKey(ROOT.resolve("README.md"));
        assertNone(findings(documents, Links::broken));
    }

    private static Stream<String> inSources(Function<JavaSource, Stream<String>> rule) {
        return findings(SOURCES, (_, source) -> rule.apply(source));
    }

    private static <T> Stream<String> findings(Map<Path, T> files, BiFunction<Path, T, Stream<String>> rule) {
        return files.entrySet().stream()
                .flatMap(file -> rule.apply(file.getKey(), file.getValue())
                        .map(finding -> ROOT.relativize(file.getKey()) + ": " + finding));
    }

    private static void assertNone(Stream<String> findings) {
        assertThat(findings.sorted().toList()).isEmpty();
    }

    private static boolean isMain(Path file) {
        return file.toString().contains("/src/main/");
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
