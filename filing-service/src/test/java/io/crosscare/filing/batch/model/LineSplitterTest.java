package io.crosscare.filing.batch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that arrive in pieces of any size are the same lines. */
class LineSplitterTest {

    private static final String FILE = "\uFEFF一,1\r\n\r\n二,2\n   \n三,3";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void cutsTheSameLinesHoweverTheyArrive(int size) {
        assertThat(split(FILE, size)).containsExactly("1:一,1", "3:二,2", "5:三,3");
    }

    @Test
    void takesALastLineWithItsEnd() {
        assertThat(split("a\nb\n", 100)).containsExactly("1:a", "2:b");
    }

    @Test
    void keepsOnlyTheBeginningOfALineThatIsTooLong() {
        String fits = "x".repeat(LineSplitter.LENGTH_MAX);
        List<RawLine> lines = lines(fits + "\r\n" + fits + "y\nz\n" + "w".repeat(100_000), 1024);

        assertThat(lines).extracting(RawLine::isWhole).containsExactly(true, false, true, false);
        assertThat(lines).allSatisfy(line -> assertThat(line.bytes()).hasSizeLessThanOrEqualTo(fits.length()));
        assertThat(lines.get(2).number()).isEqualTo(3);
    }

    private static List<String> split(String file, int size) {
        return lines(file, size).stream()
                .map(line -> line.number() + ":" + new String(line.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<RawLine> lines(String file, int size) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        LineSplitter splitter = new LineSplitter();
        List<RawLine> lines = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += size) {
            byte[] piece = new byte[Math.min(size, bytes.length - from)];
            System.arraycopy(bytes, from, piece, 0, piece.length);
            lines.addAll(splitter.accept(piece));
        }
        splitter.end().ifPresent(lines::add);
        return lines;
    }
}
