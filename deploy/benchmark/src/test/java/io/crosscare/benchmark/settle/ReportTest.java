package io.crosscare.benchmark.settle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReportTest {

    @Test
    void tellsMedianLowestAndHighest() {
        String report = new Report(SampleFindings.withTwoRounds()).text();

        assertThat(report)
                .contains("375.0 (250.0–500.0)")
                .contains("14,000 (13,000–15,000)")
                .contains("0.375 (0.250–0.500)")
                .contains("有效 · valid")
                .doesNotContain("NOT valid");
    }

    @Test
    void saysLoudlyWhatIsNotValid() {
        String report = new Report(SampleFindings.withErrors()).text();

        assertThat(report).contains("✗ 3 × 422 refused NO_FILING").endsWith("无效 · NOT valid\n");
    }

    @Test
    void givesMachinesEveryRound() {
        JsonNode tree = new JsonReport(SampleFindings.withTwoRounds()).tree();

        JsonNode saturated = tree.path("cases").path(1);
        assertThat(saturated.path("inFlight").asInt()).isEqualTo(16);
        assertThat(saturated.path("rounds").size()).isEqualTo(2);
        assertThat(saturated.path("rounds").path(1).path("settlementsPerSecond").asDouble())
                .isEqualTo(500);
        assertThat(tree.path("cases")
                        .path(0)
                        .path("rounds")
                        .path(0)
                        .at("/latencyMicros/SETTLE/at1000")
                        .asLong())
                .isEqualTo(10_000);
        assertThat(tree.path("isValid").asBoolean()).isTrue();
    }
}
