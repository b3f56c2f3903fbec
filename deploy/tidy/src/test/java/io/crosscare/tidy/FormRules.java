package io.crosscare.tidy;

import io.crosscare.tidy.JavaSource.Declaration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How long, how documented and how finished a Java file is. A finding is a line for people. */
final class FormRules {

    /** How many lines a method and a file may have. */
    record Lengths(int methodMax, int fileMax) {

        static final Lengths OF_MAIN = new Lengths(60, 400);

        /** Tests may hold a table of cases as one method. */
        static final Lengths OF_TESTS = new Lengths(90, 550);
    }

    /** A word that stands for unfinished work, in parts so that this file holds none. */
    private static final Pattern UNFINISHED = Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");

    private FormRules() {}

    static Stream<String> lengths(JavaSource source, Lengths max) {
        Stream<String> file = source.lines() > max.fileMax()
                ? Stream.of("%d lines, %d at most".formatted(source.lines(), max.fileMax()))
                : Stream.empty();
        return Stream.concat(
                file,
                source.declarations().stream()
                        .filter(declaration ->
                                declaration.kind() == Declaration.Kind.METHOD && declaration.lines() > max.methodMax())
                        .map(method -> "line %d: %s has %d lines, %d at most"
                                .formatted(method.line(), method.name(), method.lines(), max.methodMax())));
    }

    /** Public types say in a sentence what they promise. */
    static Stream<String> undocumented(JavaSource source) {
        return source.declarations().stream()
                .filter(declaration -> declaration.kind() == Declaration.Kind.TYPE
                        && declaration.isPublic()
                        && !declaration.isDocumented())
                .map(type -> "line %d: %s has no Javadoc".formatted(type.line(), type.name()));
    }

    static Stream<String> unfinished(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(index -> UNFINISHED.matcher(lines.get(index)).find())
                .mapToObj(index -> "line %d: unfinished work, without an issue".formatted(index + 1));
    }
}
