package io.crosscare.tidy;

import io.crosscare.tidy.JavaSource.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of {@code docs/glossary.md}: the names it gives, and, in its table of words not to be used, those that are banned,
 * each with the reason or the word to use instead.
 */
record Glossary(Set<String> names, Map<String, String> banned) {

    private static final Pattern NAME = Pattern.compile("`([A-Za-z]+)`");
    private static final Pattern UNIT = Pattern.compile("(?<stem>[a-z][A-Za-z]*)(Fen|Bp)");
    private static final String BANNED_BEGIN = "<!-- banned -->";

    static Glossary read() throws IOException {
        return of(Files.readString(RepositoryFiles.ROOT.resolve("docs/glossary.md")));
    }

    static Glossary of(String document) {
        int begin = document.indexOf(BANNED_BEGIN);
        if (begin < 0) {
            throw new IllegalArgumentException("the glossary has no table after " + BANNED_BEGIN);
        }
        Map<String, String> banned = document.substring(begin)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .flatMap(cells -> names(cells[1]).map(name -> Map.entry(name, cells[2].strip())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
        return new Glossary(names(document.substring(0, begin)).collect(Collectors.toSet()), banned);
    }

    private static Stream<String> names(String text) {
        return NAME.matcher(text).results().map(match -> match.group(1));
    }

    /** The declared names that contain a banned word. */
    Stream<String> findBanned(JavaSource source) {
        return source.declarations().stream()
                .flatMap(declaration -> wordsOf(declaration)
                        .filter(banned::containsKey)
                        .map(word -> "line %d: %s says %s: %s"
                                .formatted(declaration.line(), declaration.name(), word, banned.get(word))));
    }

    /** The declared amounts and ratios whose name the glossary does not explain. */
    Stream<String> findUnexplained(JavaSource source) {
        List<String> findings = new ArrayList<>();
        for (Declaration declaration : source.declarations()) {
            Matcher unit = UNIT.matcher(declaration.name());
            if (declaration.kind() == Declaration.Kind.VARIABLE
                    && unit.matches()
                    && !names.contains(unit.group("stem"))
                    && !names.contains(declaration.name())) {
                findings.add(
                        "line %d: the glossary does not explain %s".formatted(declaration.line(), declaration.name()));
            }
        }
        return findings.stream();
    }

    /** The words of a name: one by one and each pair of neighbours, in lower camel case. */
    private static Stream<String> wordsOf(Declaration declaration) {
        List<String> words = Stream.of(declaration.name().split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        Stream<String> pairs = Stream.iterate(0, index -> index + 1)
                .limit(Math.max(0, words.size() - 1))
                .map(index -> words.get(index) + capitalised(words.get(index + 1)));
        return Stream.concat(words.stream(), pairs);
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
