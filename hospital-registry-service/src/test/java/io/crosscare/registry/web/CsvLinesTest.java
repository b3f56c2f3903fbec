package io.crosscare.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class CsvLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void findsTheSameLinesHoweverTheBytesArrive(String name) {
        Charset charset = Charset.forName(name);
        byte[] file = "镇江,一\n\n句容,二".getBytes(charset);

        for (int size = 1; size <= file.length; size++) {
            assertThat(read(file, size, charset)).containsExactly("镇江,一", "", "句容,二");
        }
    }

    @Test
    void cutsOffWhatIsLongerThanALineMayBe() {
        byte[] file = ("a".repeat(CsvLines.LENGTH_MAX + 1) + "\nb\n").getBytes(StandardCharsets.UTF_8);

        List<String> lines = read(file, 1_000, StandardCharsets.UTF_8);

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).hasSize(CsvLines.LENGTH_MAX);
        assertThat(lines.getLast()).isEqualTo("b");
    }

    @Test
    void findsNoLineInNothing() {
        assertThat(read(new byte[0], 1, StandardCharsets.UTF_8)).isEmpty();
    }

    private static List<String> read(byte[] file, int size, Charset charset) {
        List<DataBuffer> parts = IntStream.range(0, (file.length + size - 1) / size)
                .mapToObj(part -> Arrays.copyOfRange(file, part * size, Math.min(file.length, (part + 1) * size)))
                .<DataBuffer>map(DefaultDataBufferFactory.sharedInstance::wrap)
                .toList();
        return Objects.requireNonNull(
                CsvLines.of(Flux.fromIterable(parts), charset).collectList().block());
    }
}
