package io.crosscare.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.local.data.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The processes of a suite, most of the time waited for. */
@Execution(ExecutionMode.CONCURRENT)
class SuiteTest {

    @TempDir
    private Path folder;

    private final Ports ports = Ports.free();
    private final StopRequest stop = new StopRequest();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private DataFolder data = DataFolder.at(Path.of(""));
    private TinyPrograms programs = new TinyPrograms(Path.of(""));
    private Suite suite = suiteOf(List.of());

    @BeforeEach
    void prepareData() throws Exception {
        data = DataFolder.at(folder.resolve("data"));
        data.prepare();
        programs = new TinyPrograms(folder);
        suite = suiteOf(List.of(
                programs.serving("documents", Program.Kind.STORE, ports.documents()),
                programs.serving("gateway", Program.Kind.SERVICE, ports.of(ServiceName.GATEWAY))));
    }

    @AfterEach
    void stopEverything() {
        suite.stop(Duration.ofSeconds(5));
    }

    @Test
    void isReadyWhenItsProcessesAre() {
        boolean isReady = suite.start();

        assertThat(isReady).isTrue();
        assertThat(text()).contains("documents 就绪", "gateway 就绪", "ready after");
        assertThat(new Probe.PortOpen(ports.documents()).isUp()).isTrue();
    }

    @Test
    void notesItsProcessesForOthers() {
        suite.start();
        suite.becomeReady();

        SuiteState state = new StateFile(data.suiteFile()).read().orElseThrow();

        assertThat(state.phase()).isEqualTo(SuiteState.Phase.READY);
        assertThat(state.isSupervised()).isTrue();
        assertThat(state.children()).extracting(SuiteState.Child::name).containsExactly("documents", "gateway");
        assertThat(state.children())
                .allSatisfy(child -> assertThat(child.alive()).isPresent());
    }

    @Test
    void restartsAKilledProcessAndSaysSo() {
        suite.start();
        suite.becomeReady();
        ProcessId first = suite.running(Program.Kind.SERVICE).getFirst();

        ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
        suite.watchWhile(() -> text().lastIndexOf("gateway 就绪") < text().indexOf("意外结束") || !text().contains("意外结束"));

        assertThat(text()).contains("gateway 意外结束 (signal 9), 1 秒后重启").doesNotContain("documents 意外结束");
        assertThat(suite.running(Program.Kind.SERVICE)).hasSize(1).doesNotContain(first);
    }

    @Test
    void showsItsProcessesToProgramsThatJudgeIt() {
        RunningSuite seen = RunningSuite.of(data.path());
        boolean wasWholeBefore = seen.isWhole();

        suite.start();
        suite.becomeReady();

        assertThat(wasWholeBefore).isFalse();
        assertThat(seen.isWhole()).isTrue();
        assertThat(seen.gateway()).hasValue(URI.create(ports.url(ServiceName.GATEWAY)));
        assertThat(seen.members()).extracting(RunningSuite.Member::name).containsExactly("documents", "gateway");
        assertThat(seen.members()).allMatch(RunningSuite.Member::isReady);
    }

    @Test
    void isNotWholeBetweenAKillAndTheSuccessor() {
        RunningSuite seen = RunningSuite.of(data.path());
        suite.start();
        suite.becomeReady();

        long killed = seen.kill("gateway");
        boolean isWholeAfterTheKill = seen.isWhole();
        suite.watchWhile(() -> !seen.isWhole());

        assertThat(isWholeAfterTheKill).isFalse();
        assertThat(seen.members()).noneMatch(member -> member.pid() == killed);
    }

    @Test
    void hasNoProcessOfAnotherNameToKill() {
        suite.start();

        assertThatThrownBy(() -> RunningSuite.of(data.path()).kill("sshd")).hasMessageContaining("sshd");
    }

    @Test
    void stopsServicesBeforeStores() throws Exception {
        suite.start();

        suite.stop(Duration.ofSeconds(20));

        assertThat(Files.readAllLines(programs.diary())).containsExactly("gateway", "documents");
        assertThat(data.suiteFile()).doesNotExist();
    }

    @Test
    void explainsAStartThatFails() {
        Suite failing = suiteOf(List.of(programs.failing()));

        boolean isReady = failing.start();
        failing.stop(Duration.ofSeconds(5));

        assertThat(isReady).isFalse();
        assertThat(text()).contains("failing 意外结束 (exit code 7)", "ERROR the disk is made of cheese");
    }

    @Test
    void endsAStartThatIsCancelled() {
        Suite endless = suiteOf(List.of(programs.stubborn()));
        stop.request();

        boolean isReady = endless.start();
        endless.stop(Duration.ofMillis(200));

        assertThat(isReady).isFalse();
        assertThat(endless.running(Program.Kind.SERVICE)).isEmpty();
    }

    @Test
    void findsAndStopsWhatAKilledSupervisorLeft() {
        suite.start();
        suite.becomeReady();
        StateFile file = new StateFile(data.suiteFile());
        SuiteState state = file.read().orElseThrow();
        SuiteState abandoned = new SuiteState(
                state.phase(), state.startedAt(), state.portBase(), new ProcessId(1, 1), state.children());
        file.write(abandoned);

        int code = Commands.run(new Down(), new String[] {
            "--root", ".", "--local", ".", "--data", data.path().toString()
        });

        assertThat(abandoned.isSupervised()).isFalse();
        assertThat(code).isZero();
        assertThat(suite.running(Program.Kind.SERVICE)).isEmpty();
        assertThat(suite.running(Program.Kind.STORE)).isEmpty();
        assertThat(data.suiteFile()).doesNotExist();
    }

    private Suite suiteOf(List<Program> list) {
        Console console =
                new Console(new PrintStream(output, true, StandardCharsets.UTF_8), () -> Duration.ofSeconds(1));
        return new Suite(data, ports, list, console, stop, InstantSource.system());
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
