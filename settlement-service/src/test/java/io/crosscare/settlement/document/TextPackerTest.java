package io.crosscare.settlement.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPackerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "",
                "a\nb\n",
                "\uFEFFa: 1\r\nb: 2\r\n",
                "a\rb",
                "a\r\rb",
                "a \n\n  b \n \n\t\n",
                "\n\na",
                "目录\n甲类　\n"
            })
    void packsWhateverIsSentToItsCanonicalText(String text) {
        CanonicalText canonical = new CanonicalText(text);

        PackedText packed = packed(text, 3);

        assertThat(unpacked(packed)).isEqualTo(canonical.text());
        assertThat(packed.hash()).isEqualTo(canonical.hash());
    }

    @Test
    void cutsALongTextIntoPiecesThatAreTextByThemselves() {
        String text = "D00001,片剂 10mg,DRUG,A,,,,,,,\n".repeat(100_000);

        PackedText packed = packed(text, 8_192);

        assertThat(packed.pieces()).hasSizeBetween(3, 6);
        assertThat(packed.hash()).isEqualTo(new CanonicalText(text).hash());
        assertThat(packed.pieces()).allSatisfy(piece -> {
            byte[] bytes = PackedText.unpack(piece);
            assertThat(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(bytes);
        });
    }

    @Test
    void keepsTheBeginningAloneOfALineThatIsTooLong() {
        LineSplitter splitter = new LineSplitter();
        String text = "x".repeat(LineSplitter.LENGTH_MAX + 500) + "\nnext\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        List<LineSplitter.Line> lines = splitter.accept(bytes);

        assertThat(lines).extracting(LineSplitter.Line::number).containsExactly(1, 2);
        assertThat(lines.getFirst().isTooLong()).isTrue();
        assertThat(lines.getLast().isTooLong()).isFalse();
        assertThat(lines.getFirst().bytes()).hasSize(LineSplitter.LENGTH_MAX + 1);
    }

    private static PackedText packed(String text, int bytesAtATime) {
        LineSplitter splitter = new LineSplitter();
        TextPacker packer = new TextPacker();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += bytesAtATime) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + bytesAtATime));
            splitter.accept(part).forEach(line -> packer.add(new String(line.bytes(), StandardCharsets.UTF_8)));
        }
        splitter.end().forEach(line -> packer.add(new String(line.bytes(), StandardCharsets.UTF_8)));
        return packer.end();
    }

    private static String unpacked(PackedText packed) {
        StringBuilder text = new StringBuilder();
        packed.pieces().forEach(piece -> text.append(new String(PackedText.unpack(piece), StandardCharsets.UTF_8)));
        return text.toString();
    }
}
