package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.acceptance.kills.KillRun;
import io.crosscare.acceptance.kills.Progress;
import io.crosscare.acceptance.kills.Report;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** Every process killed once under load, at moments that a seed decides. */
@OnRunningSuite
class KillsE2E {

    private static final int EACH_ONCE = 5;
    private static final int CLIENTS = 6;

    private final SuiteUnderTest suite;

    KillsE2E(SuiteUnderTest suite) {
        this.suite = suite;
    }

    @Test
    void losesAndDoublesNothingWhateverIsKilled() {
        KillRun.Plan plan = new KillRun.Plan(EACH_ONCE, new SecureRandom().nextLong(), CLIENTS);
        Path journals = suite.local().data().resolve("kills");

        Report report = new KillRun(
                        suite.client(), suite.local(), journals, plan, new Progress(System.out, System::nanoTime))
                .play();

        assertThat(report.findings()).as("seed %d", plan.seed()).isEmpty();
        assertThat(report.isClean()).as(String.join("\n", report.lines())).isTrue();
        assertThat(report.intents()).isGreaterThan(CLIENTS);
    }
}
