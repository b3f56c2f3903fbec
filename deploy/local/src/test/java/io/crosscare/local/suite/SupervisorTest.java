package io.crosscare.local.suite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SupervisorTest {

    private final SettableClock clock = new SettableClock();
    private final List<String> told = new ArrayList<>();
    private final Map<String, FakeChild> processes = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final Supervisor supervisor = new Supervisor(
            List.of(program("documents", Program.Kind.STORE), program("filing", Program.Kind.SERVICE)),
            this::launch,
            new Told(),
            clock);

    @Test
    void startsInTheOrderOfTheList() {
        supervisor.start();

        assertThat(told).containsExactly("documents started", "filing started");
    }

    @Test
    void isReadyWhenEveryProgramIs() {
        silent.add("filing");
        supervisor.start();
        supervisor.turn();
        boolean withoutFiling = supervisor.areAllReady();
        silent.clear();

        supervisor.turn();

        assertThat(withoutFiling).isFalse();
        assertThat(supervisor.areAllReady()).isTrue();
        assertThat(told).endsWith("documents ready", "filing ready");
    }

    @Test
    void restartsAKilledProcessAfterItsWait() {
        startAll();

        die("filing");
        clock.advance(Duration.ofMillis(900));
        supervisor.turn();
        List<String> beforeTheWaitIsOver = List.copyOf(told);
        clock.advance(Duration.ofMillis(100));
        supervisor.turn();
        supervisor.turn();

        assertThat(beforeTheWaitIsOver).containsExactly("filing ended, waits 1");
        assertThat(told).containsExactly("filing ended, waits 1", "filing started", "filing ready");
    }

    @Test
    void waitsLongerEachTimeAProcessFailsSoon() {
        startAll();

        for (int i = 0; i < 3; i++) {
            die("filing");
            clock.advance(Duration.ofSeconds(30));
            supervisor.turn();
        }

        assertThat(told)
                .filteredOn(line -> line.contains("waits"))
                .containsExactly("filing ended, waits 1", "filing ended, waits 2", "filing ended, waits 4");
    }

    @Test
    void restartsAServiceOnlyWhenTheStoresAreReady() {
        startAll();
        silent.add("documents");

        die("documents");
        die("filing");
        clock.advance(Duration.ofSeconds(5));
        supervisor.turn();
        List<String> whileTheStoreStarts = List.copyOf(told);
        silent.clear();
        supervisor.turn();
        supervisor.turn();

        assertThat(whileTheStoreStarts)
                .containsExactly("documents ended, waits 1", "filing ended, waits 1", "documents started");
        assertThat(told).endsWith("documents started", "documents ready", "filing started", "filing ready");
    }

    private void startAll() {
        supervisor.start();
        supervisor.turn();
        told.clear();
    }

    private void die(String name) {
        requireNonNull(processes.get(name)).kill();
        supervisor.turn();
    }

    private Program program(String name, Program.Kind kind) {
        return new Program(
                name, name, kind, "", Path.of(""), List.of(), Map.of(), Path.of("log"), () -> !silent.contains(name));
    }

    private ChildProcess launch(Program program) {
        FakeChild child = new FakeChild();
        processes.put(program.name(), child);
        return child;
    }

    private final class Told implements Supervisor.Listener {

        @Override
        public void started(Supervisor.Watched child) {
            told.add(child.program().name() + " started");
        }

        @Override
        public void ready(Supervisor.Watched child) {
            told.add(child.program().name() + " ready");
        }

        @Override
        public void ended(Supervisor.Watched child, String ending, Duration wait) {
            told.add(child.program().name() + " ended, waits " + wait.toSeconds());
        }
    }

    private static final class FakeChild implements ChildProcess {

        private final CompletableFuture<Object> end = new CompletableFuture<>();

        @Override
        public ProcessId id() {
            return new ProcessId(1, 1);
        }

        @Override
        public boolean isAlive() {
            return !end.isDone();
        }

        @Override
        public CompletableFuture<?> end() {
            return end;
        }

        @Override
        public String ending() {
            return "signal 9";
        }

        @Override
        public void stop() {
            kill();
        }

        @Override
        public void kill() {
            end.complete("killed");
        }
    }
}
