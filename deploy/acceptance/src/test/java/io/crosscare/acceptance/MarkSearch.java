package io.crosscare.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for texts in whatever bytes there are: logs, segments of topics, journals. The bytes are not understood, only read. */
final class MarkSearch {

    private final List<String> marks;
    private final int longest;
    private final int chunkSize;

    /**
     * Looks for so many texts.
     *
     * @param chunkSize bytes that are looked at together; a text across two chunks is found too
     */
    MarkSearch(Collection<String> marks, int chunkSize) {
        this.marks = marks.stream().map(MarkSearch::asBytes).toList();
        this.longest = this.marks.stream().mapToInt(String::length).max().orElse(1);
        this.chunkSize = chunkSize;
    }

    /**
     * A text that was found.
     *
     * @param place file or other source; said once per text
     */
    record Finding(String place, String mark) {}

    /** Everything under a folder. */
    List<Finding> under(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> in(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Finding> in(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return in(file.toString(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Finding> in(String place, String text) {
        return found(place, asBytes(text), new LinkedHashSet<>());
    }

    private List<Finding> in(String place, InputStream bytes) throws IOException {
        Set<String> said = new LinkedHashSet<>();
        List<Finding> findings = new ArrayList<>();
        String rest = "";
        byte[] chunk = bytes.readNBytes(chunkSize);
        while (chunk.length > 0) {
            if (isEmpty(chunk)) {
                rest = "";
            } else {
                String window = rest + new String(chunk, StandardCharsets.ISO_8859_1);
                findings.addAll(found(place, window, said));
                rest = window.substring(Math.max(0, window.length() - longest + 1));
            }
            chunk = bytes.readNBytes(chunkSize);
        }
        return findings;
    }

    /** Space that a file has reserved; no text has a zero in it. */
    private static boolean isEmpty(byte[] chunk) {
        return chunk[0] == 0 && Arrays.equals(chunk, 0, chunk.length - 1, chunk, 1, chunk.length);
    }

    private List<Finding> found(String place, String window, Set<String> said) {
        return marks.stream()
                .filter(mark -> window.contains(mark) && said.add(mark))
                .map(mark -> new Finding(place, asText(mark)))
                .toList();
    }

    /** One character for each byte of the text. */
    private static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String asText(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
