package io.crosscare.benchmark.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.benchmark.benefit.Case.What;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseTest {

    @ParameterizedTest
    @EnumSource
    void namesExactlyOneOfTheBenchmarksThatJmhKnows(What what) throws IOException {
        Pattern pattern = Pattern.compile(what.pattern());

        assertThat(benchmarks())
                .hasSize(What.values().length)
                .filteredOn(name -> pattern.matcher(name).find())
                .hasSize(1);
    }

    @Test
    void measuresBothRegionsButDroolsOnlyWhereItHasRules() {
        List<Case> cases = Case.of(List.of(10, 30));

        assertThat(cases).hasSize(2 * (2 * 3 + 4)).contains(new Case(What.SPLIT, Insured.ZHENJIANG, 30));
        assertThat(cases)
                .filteredOn(measured -> measured.what().hasDrools())
                .allMatch(measured -> measured.insured() == Insured.NANJING);
    }

    /** Class and method of each, as the list that JMH's processor wrote has them in its lines of "name length text" fields. */
    private static List<String> benchmarks() throws IOException {
        try (InputStream list = Objects.requireNonNull(CaseTest.class.getResourceAsStream("/META-INF/BenchmarkList"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" "))
                    .map(fields -> fields[3] + "." + fields[9])
                    .toList();
        }
    }
}
