package io.crosscare.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The links of a Markdown document that lead to files and headings of the repository. */
final class Links {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern ANCHOR = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");

    private Links() {}

    /** Those that lead nowhere. */
    static Stream<String> broken(Path document, String text) {
        return LINK.matcher(CODE.matcher(text).replaceAll(""))
                .results()
                .map(match -> match.group(1))
                .filter(target -> !target.contains("://") && !target.startsWith("mailto:"))
                .filter(target -> !leadsSomewhere(document, text, target))
                .map(target -> "link to " + target + " leads nowhere");
    }

    private static boolean leadsSomewhere(Path document, String text, String target) {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path path = file.isEmpty() ? document : document.resolveSibling(file).normalize();
        if (!file.isEmpty() && !Files.exists(path)) {
            return false;
        }
        return hash < 0 || anchors(file.isEmpty() ? text : read(path)).contains(target.substring(hash + 1));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As hosts of repositories make them: lower case, blanks as hyphens, without punctuation. */
    private static Set<String> anchors(String text) {
        Stream<String> headings = HEADING.matcher(text)
                .results()
                .map(match -> match.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                        .replace(' ', '-'));
        Stream<String> named = ANCHOR.matcher(text).results().map(match -> match.group(1));
        return Stream.concat(headings, named).collect(Collectors.toSet());
    }
}
