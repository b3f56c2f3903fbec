package io.crosscare.benchmark.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.benchmark.benefit.Case.What;
import io.crosscare.benchmark.benefit.Findings.Bar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReportTest {

    private static final Settings SETTINGS = new Settings(List.of(10, 30), 10_000, 1, 2, 3, 1_000, 1);
    private static final Case SPLIT = new Case(What.SPLIT, Insured.NANJING, 10);
    private static final Case LONG_SPLIT = new Case(What.SPLIT, Insured.NANJING, 30);
    private static final Case EXPLAIN = new Case(What.EXPLAIN, Insured.NANJING, 10);
    private static final Case BESIDE = new Case(What.AMOUNTS_BESIDE_DROOLS, Insured.NANJING, 10);
    private static final Case SPLIT_BESIDE = new Case(What.BESIDE_DROOLS, Insured.NANJING, 10);
    private static final Case FRESH = new Case(What.FRESH_SESSION, Insured.NANJING, 10);
    private static final Case POOLED = new Case(What.POOLED_SESSION, Insured.NANJING, 10);

    @Test
    void holdsEachBarAgainstTheMedian() {
        Findings findings = findings(4.2, false);

        assertThat(findings.bars())
                .containsExactly(
                        new Bar(SPLIT, 1_000_000, 1_000_000),
                        new Bar(EXPLAIN, 250_000, 249_999),
                        new Bar(BESIDE, 20, 21));
        assertThat(findings.bars().stream().map(Bar::isPassed)).containsExactly(true, false, true);
    }

    @Test
    void comparesWithTheQuickerWayToUseDrools() {
        assertThat(findings(3.8, false).comparison(BESIDE)).hasValueSatisfying(beside -> {
            assertThat(beside.times()).isEqualTo(19);
            assertThat(beside.bytesShare()).isEqualTo(0.25);
        });
        assertThat(findings(3.8, false).comparison(SPLIT)).isEmpty();
    }

    @Test
    void comparesTheSplitWithItsStepsToo() {
        Findings findings = findings(3.8, false);

        assertThat(findings.comparison(SPLIT_BESIDE))
                .hasValueSatisfying(beside -> assertThat(beside.times()).isEqualTo(15));
        assertThat(findings.bar(SPLIT_BESIDE)).isEmpty();
    }

    @Test
    void tellsMedianLowestAndHighestBytesAndBars() {
        String report = new Report(findings(3.8, false)).text();

        assertThat(report)
                .contains("1,000,000 (900,000–1,100,000)")
                .contains("1,000,000 达到 passed")
                .contains("250,000 未达 missed")
                .contains("19.0 ×")
                .contains("25.0 %")
                .contains("20 × 未达 missed")
                .contains("9,000 split, 1,000 refused")
                .contains("2 核 processors")
                .contains("do not trust this")
                .doesNotContain("smoke run");
    }

    @Test
    void saysThatASmokeRunSaysNothing() {
        assertThat(new Report(findings(3.8, true)).text()).endsWith("no bar is held\n");
    }

    @Test
    void givesMachinesEveryIteration() {
        JsonNode tree = new JsonReport(findings(4.2, false)).tree();

        JsonNode split = tree.path("cases").path(0);
        assertThat(split.path("billsPerSecond").size()).isEqualTo(3);
        assertThat(split.path("billsPerSecond").path(2).asDouble()).isEqualTo(1_100_000);
        assertThat(split.path("bytesPerBill").path(0).asDouble()).isEqualTo(4_000);
        assertThat(split.at("/bar/isPassed").asBoolean()).isTrue();
        assertThat(tree.path("cases").path(3).path("timesDrools").asDouble()).isEqualTo(21);
        assertThat(tree.at("/agreement/refused").asInt()).isEqualTo(1_000);
    }

    private static Findings findings(double millions, boolean isSmokeRun) {
        Map<Case, Found> cases = new LinkedHashMap<>();
        cases.put(SPLIT, found(1_000_000, 4_000));
        cases.put(LONG_SPLIT, found(300_000, 9_000));
        cases.put(EXPLAIN, found(249_999, 20_000));
        cases.put(BESIDE, found(millions * 1_000_000, 4_000));
        cases.put(SPLIT_BESIDE, found(3_000_000, 5_000));
        cases.put(FRESH, found(170_000, 25_000));
        cases.put(POOLED, found(200_000, 16_000));
        Machine machine = new Machine(2, "Linux amd64", "25", "Serial GC", 3);
        return new Findings(SETTINGS, machine, new Agreement.Tried(9_000, 1_000), isSmokeRun, cases);
    }

    private static Found found(double perSecond, double bytes) {
        return new Found(List.of(perSecond - 100_000, perSecond, perSecond + 100_000), List.of(bytes, bytes, bytes));
    }
}
