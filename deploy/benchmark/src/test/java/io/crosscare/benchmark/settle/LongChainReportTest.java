package io.crosscare.benchmark.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.measure.ProcessorUse;
import io.crosscare.benchmark.settle.LongChainFindings.Comparison;
import io.crosscare.benchmark.settle.LongChainFindings.Side;
import io.crosscare.benchmark.settle.LongChainSettings.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LongChainReportTest {

    private static final long SECOND = 1_000_000;
    private static final Set<String> SUITE = new LinkedHashSet<>(List.of("settlement", "documents"));
    private static final ProcessorUse REST =
            new ProcessorUse(10, Map.of("settlement", SECOND, "documents", 0L, "benchmark", 0L), 0);
    private static final Verdict.Check AUDIT = new Verdict.Check("审计", "audit", true, "HELD");
    private static final Verdict.Check BROKEN = new Verdict.Check("审计", "audit", false, "VIOLATED, I8 × 1");

    @Test
    void tellsTheRatioRoundByRound() {
        LongChainFindings findings = findings(false, new Verdict(List.of(AUDIT)), 330_000, 300_000, 360_000);

        String report = new LongChainReport(findings).text();

        assertThat(findings.isPassed()).isTrue();
        assertThat(report)
                .as("what is used at rest is taken off, a tenth of a processor for ten seconds")
                .contains("3,300 (3,000–3,600)")
                .contains("3,000 (3,000–3,000)")
                .contains("1.100 (1.000–1.200)；门槛 bar 1.10 ✓")
                .contains("200,000 → 200,800")
                .contains("有效 · valid")
                .doesNotContain("NOT valid");
    }

    @Test
    void missesABarThatIsExceeded() {
        LongChainFindings findings = findings(false, new Verdict(List.of(AUDIT)), 340_000, 331_000, 360_000);

        assertThat(findings.isPassed()).isFalse();
        assertThat(new LongChainReport(findings).text()).contains("1.133 (1.103–1.200)；门槛 bar 1.10 ✗");
    }

    @Test
    void holdsNoBarInAShortRun() {
        LongChainFindings findings = findings(true, new Verdict(List.of(AUDIT)), 600_000, 600_000, 600_000);

        assertThat(findings.isPassed()).isTrue();
        assertThat(new LongChainReport(findings).text()).contains("not held in a short run");
    }

    @Test
    void isNotPassedWhenTheAuditorFoundSomething() {
        LongChainFindings findings = findings(true, new Verdict(List.of(AUDIT, BROKEN)), 300_000, 300_000, 300_000);

        assertThat(findings.isPassed()).isFalse();
        assertThat(new LongChainReport(findings).text())
                .contains("✗ 审计 · audit: VIOLATED, I8 × 1")
                .endsWith("无效 · NOT valid\n");
    }

    @Test
    void givesMachinesEveryRound() {
        JsonNode tree =
                new LongChainReport(findings(false, new Verdict(List.of(AUDIT)), 330_000, 300_000, 360_000)).tree();

        JsonNode comparison = tree.path("comparisons").path(0);
        assertThat(comparison.path("by").asString()).isEqualTo("PERSONS");
        assertThat(comparison.path("many").path("rounds").size()).isEqualTo(3);
        assertThat(comparison.at("/many/rounds/0/processors/micros/settlement").asLong())
                .isEqualTo(SECOND + 330_000);
        assertThat(comparison.at("/ratio/median").asDouble()).isCloseTo(1.1, within(1e-9));
        assertThat(comparison.at("/ratio/isPassed").asBoolean()).isTrue();
        assertThat(tree.path("isValid").asBoolean()).isTrue();
    }

    /** Persons with many entries, whose rounds cost so much above rest, beside persons whose rounds cost 300,000 each. */
    private static LongChainFindings findings(boolean isTrial, Verdict verdict, long... microsOfMany) {
        LongChainSettings settings =
                new LongChainSettings(List.of(Part.PERSONS), 3, 4, 100, 10_000, 10, 200_000, 2_000, 8, 600, 1, isTrial);
        Comparison comparison = new Comparison(
                Part.PERSONS,
                side(10_000, microsOfMany),
                side(10, LongStream.of(300_000, 300_000, 300_000).toArray()));
        return new LongChainFindings(
                settings,
                new Findings.Setting("2026-11-27T13:00:00Z", 2, "25", true),
                List.of(comparison),
                600,
                0,
                new TreeMap<>(),
                verdict);
    }

    private static Side side(int entries, long... micros) {
        return new Side(
                entries,
                200_000,
                200_800,
                SUITE,
                REST,
                LongStream.of(micros).mapToObj(LongChainReportTest::round).toList());
    }

    private static Measurement round(long micros) {
        ProcessorUse use =
                new ProcessorUse(10, Map.of("settlement", SECOND + micros, "documents", 0L, "benchmark", 0L), 0);
        return new Measurement(100, 2, 0, Map.of(Step.SETTLE, Latencies.ofNanos(1_000_000)), null, use);
    }
}
