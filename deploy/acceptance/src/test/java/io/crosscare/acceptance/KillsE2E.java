package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.acceptance.kills.Blow;
import io.crosscare.acceptance.kills.EndedProcess;
import io.crosscare.acceptance.kills.KillRun;
import io.crosscare.acceptance.kills.Progress;
import io.crosscare.acceptance.kills.Report;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Processes killed under load, which ones and when a seed decides; {@code deploy/acceptance/kills} goes on for as long as wanted. */
@OnRunningSuite(OnRunningSuite.BESIDE)
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(OnRunningSuite.BESIDE)
class KillsE2E {

    private static final int SOME = 3;
    private static final int GATEWAY_AND_SETTLEMENT = 2;
    private static final int CLIENTS = 6;
    private static final Duration FOUND_OUT_WITHIN = Duration.ofSeconds(60);

    private final SuiteUnderTest suite;

    KillsE2E(SuiteUnderTest suite) {
        this.suite = suite;
    }

    @Test
    void losesAndDoublesNothingWhateverIsKilled() {
        play(SOME, EndedProcess.killed(suite.local()));
    }

    @Test
    void answersEveryRequestThatReachedAServiceAskedToEnd() {
        play(GATEWAY_AND_SETTLEMENT, EndedProcess.asked(suite.local()));
    }

    private void play(int times, Blow blow) {
        KillRun.Plan plan = new KillRun.Plan(times, new SecureRandom().nextLong(), CLIENTS);
        Path journals = suite.local().data().resolve(blow.manner().name().toLowerCase(Locale.ROOT));

        Report report =
                new KillRun(suite.client(), blow, journals, plan, new Progress(System.out, System::nanoTime)).play();

        assertThat(report.findings()).as("seed %d", plan.seed()).isEmpty();
        assertThat(report.isClean()).as(String.join("\n", report.lines())).isTrue();
        assertThat(report.intents()).isGreaterThan(CLIENTS);
        assertEveryUnknownOutcomeIsFound();
    }

    /** What was left in flight has a case each; by now the desk has found out what became of it, and has told the hospital. */
    private void assertEveryUnknownOutcomeIsFound() {
        Call unknown =
                Call.get("/correction-cases").with("cause", "OUTCOME_UNKNOWN").with("limit", "200");
        Eventually.of(
                FOUND_OUT_WITHIN,
                () -> Optional.of(suite.client().list(Doors.AGENCY, unknown))
                        .filter(cases -> cases.stream()
                                .allMatch(one -> one.path("state").asString().equals("RESOLVED")
                                        || one.path("canSettleNow").asBoolean())));
        Automation.report(suite.client());
    }
}
