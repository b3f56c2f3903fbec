package io.crosscare.settlement.external.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.external.model.Comparison.Difference;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two readings of a person's counters, counter by counter. */
class ComparisonTest {

    private static final Counters CHAIN = Counters.of(
            Map.of("2019/pooled", 100L, "2019/admissions", 1L, "2018/pooled", 50L, "account", 20L, "externals", 3L));

    @Test
    void agreesWhereTheCoreSaysTheSame() {
        assertThat(Comparison.of(3, Counters.of(Map.of("2019/pooled", 100L, "2019/admissions", 1L)), CHAIN)
                        .isEqual())
                .isTrue();
    }

    @Test
    void namesEachCounterThatDiffersInThePeriodsTheCoreSpeaksOf() {
        Comparison comparison =
                Comparison.of(3, Counters.of(Map.of("2019/pooled", 90L, "2019/large", 5L, "account", 21L)), CHAIN);

        assertThat(comparison.differences())
                .containsExactly(
                        new Difference("2019/admissions", 0, 1),
                        new Difference("2019/large", 5, 0),
                        new Difference("2019/pooled", 90, 100),
                        new Difference("account", 21, 20));
    }
}
