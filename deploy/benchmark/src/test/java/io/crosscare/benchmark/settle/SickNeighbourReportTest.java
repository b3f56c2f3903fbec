package io.crosscare.benchmark.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.settle.SickNeighbourFindings.Episode;
import io.crosscare.benchmark.settle.SickNeighbourFindings.Recovery;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ten seconds each of all well, the registry sick, and after it; two requests a second, at 0 and 500 ms. */
class SickNeighbourReportTest {

    private static final String UNAVAILABLE = "503 urn:crosscare:problem:peer-unavailable";
    private static final Phase.After AFTER = new Phase.After(Neighbour.REGISTRY, 20, 10);
    private static final Phase SICK = new Phase.Sick(Neighbour.REGISTRY, 10, 10);

    private final List<Reply> replies = new ArrayList<>();
    private boolean isTrial;
    private @Nullable Long back = millis(20_000);
    private boolean wereAllSettledInTheEnd = true;

    SickNeighbourReportTest() {
        for (int half = 0; half < 60; half++) {
            replies.add(new Reply(millis(500L * half), millis(10), Reply.SETTLED));
        }
    }

    @Test
    void isContentWithARunInWhichNobodyNoticesAnything() {
        SickNeighbourFindings findings = findings();

        assertThat(findings.verdict().isValid()).isTrue();
        assertThat(findings.of(SICK)).hasSize(20);
        assertThat(findings.recovery(AFTER)).isEqualTo(new Recovery(0.01, 0));
        assertThat(new SickNeighbourReport(findings).text())
                .contains("机构登记不应答 the registry is sick")
                .contains("有效 · valid")
                .doesNotContain("NOT valid");
    }

    @Test
    void takes503WhileOneIsSickAndForAWhileAfterwards() {
        other(25, UNAVAILABLE);
        other(41, UNAVAILABLE);

        SickNeighbourFindings findings = findings();

        assertThat(findings.verdict().isValid()).isTrue();
        assertThat(SickNeighbourFindings.byLabel(findings.of(SICK)))
                .containsEntry(Reply.SETTLED, 19)
                .containsEntry(UNAVAILABLE, 1);
        assertThat(findings.recovery(AFTER)).isEqualTo(new Recovery(0.01, 0.5));
        assertThat(new SickNeighbourReport(findings).text())
                .contains("机构登记不应答 the registry is sick: 1 × " + UNAVAILABLE)
                .contains("0.50");
    }

    @Test
    void countsFromTheReturnAlsoWhereThatIsInTheMiddleOfAPhase() {
        back = millis(14_200);
        for (int half = 20; half < 32; half++) {
            other(half, UNAVAILABLE);
        }

        assertThat(findings().recovery(AFTER)).isEqualTo(new Recovery(1.81, 1.3));
    }

    @Test
    void isNotContentWithAnyOtherAnswer() {
        other(25, "504 urn:crosscare:problem:peer-timeout");

        assertThat(failed()).containsExactly("whatever is not settled is told 503");
    }

    @Test
    void isNotContentWith503WhileAllAreWell() {
        other(3, UNAVAILABLE);

        assertThat(failed()).containsExactly("while all are well, every request is settled");
    }

    @Test
    void isNotContentWithANeighbourThatNeverCameBack() {
        back = null;

        assertThat(failed()).containsExactly("all is as before within 15 s of its return");
        assertThat(new SickNeighbourReport(findings()).text()).contains("✗ 邻居恢复后");
    }

    @Test
    void isNotContentWithASlowRecovery() {
        back = millis(11_000);
        other(59, UNAVAILABLE);

        assertThat(failed()).containsExactly("all is as before within 15 s of its return");
    }

    @Test
    void isNotContentWhereNothingIsSettledAfterwards() {
        for (int half = 40; half < 60; half++) {
            other(half, UNAVAILABLE);
        }

        assertThat(failed()).containsExactly("all is as before within 15 s of its return");
    }

    @Test
    void holdsTheBarInEveryPhaseButNotInAShortRun() {
        replies.set(45, new Reply(millis(22_500), millis(100), Reply.SETTLED));

        assertThat(failed()).containsExactly("p99 of settlements below 100 ms in every phase");
        isTrial = true;
        assertThat(failed()).isEmpty();
    }

    @Test
    void isNotContentWithWhatTheSuiteSaysAfterwards() {
        wereAllSettledInTheEnd = false;

        assertThat(failed()).containsExactly("settled in the end");
        assertThat(new SickNeighbourReport(findings()).text()).endsWith("无效 · NOT valid\n");
    }

    @Test
    void givesMachinesEveryPhase() {
        other(25, UNAVAILABLE);

        JsonNode tree = new SickNeighbourReport(findings()).tree();

        assertThat(tree.at("/settings/sickSeconds").asInt()).isEqualTo(10);
        assertThat(tree.at("/phases").size()).isEqualTo(3);
        assertThat(tree.at("/phases/1/neighbour").asString()).isEqualTo("REGISTRY");
        assertThat(tree.at("/phases/1/phase").asString()).isEqualTo("SICK");
        assertThat(tree.at("/phases/1/answers").path(UNAVAILABLE).asInt()).isEqualTo(1);
        assertThat(tree.at("/phases/1/oldestCopySeconds").asDouble()).isEqualTo(17.5);
        assertThat(tree.at("/phases/2/firstGoodSeconds").asDouble()).isCloseTo(0.01, within(1e-9));
        assertThat(tree.at("/phases/0/settledMicros/at990").asLong()).isEqualTo(10_000);
        assertThat(tree.at("/isValid").asBoolean()).isTrue();
    }

    private void other(int half, String label) {
        replies.set(half, new Reply(millis(500L * half), millis(1_800), label));
    }

    private List<String> failed() {
        return findings().verdict().checks().stream()
                .filter(check -> !check.holds())
                .map(Verdict.Check::en)
                .toList();
    }

    private SickNeighbourFindings findings() {
        return new SickNeighbourFindings(
                new SickNeighbourSettings(List.of(Neighbour.REGISTRY), 2, 10, 10, false, 0, 1, 100, 1, isTrial),
                new Findings.Setting("2026-11-28T04:00:00Z", 2, "25", true),
                replies,
                List.of(new Episode(Neighbour.REGISTRY, back, 17.5)),
                Latencies.ofNanos(millis(1)),
                new TreeMap<>(),
                new Verdict(
                        List.of(new Verdict.Check("最终都已结算", "settled in the end", wereAllSettledInTheEnd, "1 / 1"))));
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
