package io.crosscare.local.suite;

import io.crosscare.local.data.DataFolder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The suite of a data directory as a program sees it that judges the suite from outside: which processes it has at this moment,
 * and how one of them is taken away. It starts and stops nothing; the commands do.
 */
public final class RunningSuite {

    private static final Duration GONE_WITHIN = Duration.ofSeconds(30);

    private final StateFile stateFile;

    private RunningSuite(StateFile stateFile) {
        this.stateFile = stateFile;
    }

    /**
     * One process of the suite.
     *
     * @param name as {@code status} shows it: {@code gateway}, {@code settlement}, {@code documents}
     * @param isReady whether it runs and has shown that it answers
     */
    public record Member(String name, long pid, boolean isReady) {}

    /** Names the suite; nothing is read yet, and it need not run. */
    public static RunningSuite of(Path data) {
        return new RunningSuite(new StateFile(DataFolder.at(data).suiteFile()));
    }

    /** A port base whose ports are all free at this moment. */
    public static int freePortBase() {
        return Ports.free().base();
    }

    /** Where its gateway listens; empty when no suite runs there. */
    public Optional<URI> gateway() {
        return state().map(state -> URI.create(new Ports(state.portBase()).url(ServiceName.GATEWAY)));
    }

    /** Whether its start is over and every process answers; a killed process makes it false until its successor answers. */
    public boolean isWhole() {
        return state().filter(SuiteState::isWhole).isPresent();
    }

    /** Its processes, in the order in which they were started; empty when no suite runs there. */
    public List<Member> members() {
        return state().stream()
                .flatMap(state -> state.children().stream())
                .map(child -> new Member(child.name(), child.process().pid(), child.isReady()))
                .toList();
    }

    /**
     * Ends one process at once, as {@code kill -9} does, and returns when it is gone.
     *
     * @return the pid it had
     * @throws IllegalStateException when no such process runs
     */
    public long kill(String name) {
        return end(name, ChildProcess::kill);
    }

    /** Asks one process to end, as {@code kill} does; otherwise as {@link #kill}. */
    public long terminate(String name) {
        return end(name, ChildProcess::stop);
    }

    /** Ends its supervisor and then every process at once, as the loss of power does, and returns when they are gone. */
    public void killAll() {
        SuiteState state = state().orElseThrow(() -> new IllegalStateException("没有运行的系统 / no suite is running"));
        List<ChildProcess> all = state.processes();
        all.forEach(ChildProcess::kill);
        CompletableFuture<?>[] ends = all.stream().map(ChildProcess::end).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends)
                .orTimeout(GONE_WITHIN.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private long end(String name, Consumer<ChildProcess> manner) {
        ChildProcess process = state().stream()
                .flatMap(state -> state.children().stream())
                .filter(child -> child.name().equals(name))
                .findFirst()
                .flatMap(SuiteState.Child::alive)
                .orElseThrow(() -> new IllegalStateException(name + " 没有运行 / is not running"));
        manner.accept(process);
        process.end().orTimeout(GONE_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
        return process.id().pid();
    }

    private Optional<SuiteState> state() {
        return stateFile.read().filter(SuiteState::isSupervised);
    }
}
