package io.crosscare.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    @TempDir
    private Path folder;

    private final Launcher launcher = new Launcher();

    @Test
    void keepsTheOutputInTheLogAndTellsTheExitCode() throws Exception {
        Program program = new TinyPrograms(folder).failing();

        ChildProcess child = launcher.apply(program);
        child.end().join();

        assertThat(child.ending()).isEqualTo("exit code 7");
        assertThat(Files.readString(program.log())).contains("the disk is made of cheese");
    }

    @Test
    void killsWhatDoesNotEndWhenAsked() {
        Program program = new TinyPrograms(folder).stubborn();
        ChildProcess child = launcher.apply(program);
        Await.until("it runs", () -> LogTail.of(program.log()).contains("stubborn"));

        new Stopping(Duration.ofMillis(300), () -> {}).stop(List.of(child));

        assertThat(child.isAlive()).isFalse();
        assertThat(child.ending()).isEqualTo("signal 9");
    }

    @Test
    void killsAtOnceWhereNobodyWaitsAnyLonger() {
        Program program = new TinyPrograms(folder).stubborn();
        ChildProcess child = launcher.apply(program);
        Await.until("it runs", () -> LogTail.of(program.log()).contains("stubborn"));

        assertTimeout(
                Duration.ofSeconds(30),
                () -> new Stopping(Duration.ofMinutes(4), () -> true, () -> {}).stop(List.of(child)));

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void tellsAProcessFromAnotherWithTheSameNumber() {
        ProcessHandle self = ProcessHandle.current();
        ProcessId same = ProcessId.of(self);

        assertThat(same.alive()).isPresent();
        assertThat(new ProcessId(self.pid(), same.startedAtMillis() - 60_000).alive())
                .isEmpty();
    }
}
