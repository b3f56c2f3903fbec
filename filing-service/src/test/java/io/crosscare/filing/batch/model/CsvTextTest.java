package io.crosscare.filing.batch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of a line, both ways. */
class CsvTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b|a;b",
                " a , b |a;b",
                "a,|a;",
                ",|;",
                "\"a,b\",c|a,b;c",
                "\"he said \"\"yes\"\"\"|he said \"yes\"",
                "\"\"|``",
                "\"\",a|;a",
            })
    void readsCells(String line, String cells) {
        assertThat(String.join(";", CsvText.cells(line))).isEqualTo(cells);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a", "a\"b", "\"a\"b,c", "\"a\"\""})
    void refusesQuotesThatDoNotMatch(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> CsvText.cells(line));
    }

    @Test
    void writesWhatItReads() {
        List<String> cells = List.of("a", "b,c", "say \"yes\"", "");

        assertThat(CsvText.line(cells)).isEqualTo("a,\"b,c\",\"say \"\"yes\"\"\",\r\n");
        assertThat(CsvText.cells(CsvText.line(cells).strip())).isEqualTo(cells);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-1", "@SUM(A1)", "\t=1"})
    void writesNoFormula(String value) {
        assertThat(CsvText.line(List.of(value))).isEqualTo("'" + value + "\r\n");
    }
}
