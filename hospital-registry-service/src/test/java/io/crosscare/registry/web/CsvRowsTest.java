package io.crosscare.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.registry.keeping.ImportInstitutions.GivenRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class CsvRowsTest {

    @Test
    void readsFieldsByTheirColumnsAndCountsLines() {
        List<GivenRow> rows = read("\uFEFFb, a ,c\r", "1,\"x, \"\"y\"\"\",\r", "", "2,z,w");

        assertThat(rows)
                .containsExactly(
                        new GivenRow(2, Map.of("b", "1", "a", "x, \"y\"")),
                        new GivenRow(4, Map.of("b", "2", "a", "z", "c", "w")));
    }

    @Test
    void guessesAtNoRowWithAnotherNumberOfFields() {
        assertThat(read("a,b", "1", "1,2,3", "\"1,2", "1,2"))
                .extracting(GivenRow::fields)
                .containsExactly(Map.of(), Map.of(), Map.of(), Map.of("a", "1", "b", "2"));
    }

    @Test
    void findsNoRowsBelowAHeaderAlone() {
        assertThat(read("a,b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a,b,b", "a,b,d", "", "b"})
    void refusesAHeaderThatIsNotOfTheKnownColumns(String header) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(header, "1"))
                .satisfies(problem ->
                        assertThat(problem.errors().getFirst().field()).isEqualTo("header"));
    }

    @Test
    void saysHowToSendAFileInAnotherEncoding() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read("a,b,\uFFFD\uFFFD", "1"))
                .satisfies(problem -> assertThat(problem.errors())
                        .singleElement()
                        .satisfies(error -> {
                            assertThat(error.rule()).isEqualTo("encoding");
                            assertThat(error.message().zh()).contains("text/csv; charset=GBK");
                            assertThat(error.message().en()).contains("text/csv; charset=GBK");
                        }));
    }

    private static List<GivenRow> read(String... lines) {
        return Objects.requireNonNull(CsvRows.of(Flux.just(lines), List.of("a", "b"), List.of("c"))
                .collectList()
                .block());
    }
}
