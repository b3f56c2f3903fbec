package io.crosscare.local.suite;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a list of programs running: starts them in order, notices who ended, starts it again after a wait that grows, stores
 * before the services that stand on them. It has no thread of its own; whoever owns it calls {@link #turn} several times a
 * second, and nothing happens in between.
 */
final class Supervisor {

    /** Is told what happens, in the thread that takes the turn. */
    interface Listener {

        void started(Watched child);

        void ready(Watched child);

        void ended(Watched child, String ending, Duration wait);
    }

    private final List<Watched> children;
    private final Function<Program, ChildProcess> launcher;
    private final Listener listener;
    private final InstantSource clock;

    Supervisor(
            List<Program> programs, Function<Program, ChildProcess> launcher, Listener listener, InstantSource clock) {
        this.children = programs.stream().map(Watched::new).toList();
        this.launcher = launcher;
        this.listener = listener;
        this.clock = clock;
    }

    List<Watched> children() {
        return children;
    }

    /** Starts every program, in the order of the list. */
    void start() {
        children.forEach(this::launch);
    }

    /** Looks at every child once. */
    void turn() {
        for (Watched child : children) {
            if (child.isWaiting()) {
                launchWhenDue(child);
            } else if (!child.isAlive()) {
                noteEnd(child);
            } else if (!child.isReady() && child.program.probe().isUp()) {
                child.readyAt = clock.instant();
                listener.ready(child);
            }
        }
    }

    boolean areAllReady() {
        return children.stream().allMatch(Watched::isReady);
    }

    /** A child that has ended and was not started again yet. */
    Optional<Watched> ended() {
        return children.stream().filter(Watched::isWaiting).findFirst();
    }

    private void launchWhenDue(Watched child) {
        boolean mayStart = child.program.isStore()
                || children.stream().filter(each -> each.program.isStore()).allMatch(Watched::isReady);
        if (mayStart && !clock.instant().isBefore(child.restartAt)) {
            launch(child);
        }
    }

    private void launch(Watched child) {
        child.restartAt = null;
        child.readyAt = null;
        child.startedAt = clock.instant();
        child.process = launcher.apply(child.program);
        listener.started(child);
    }

    private void noteEnd(Watched child) {
        Instant now = clock.instant();
        Duration wait = child.backOff.after(Duration.between(child.startedAt, now));
        child.restartAt = now.plus(wait);
        child.readyAt = null;
        listener.ended(child, child.ending(), wait);
    }

    /** One program and the process that presently runs it. */
    static final class Watched {

        private final Program program;
        private final BackOff backOff = new BackOff();
        private @Nullable ChildProcess process;
        private Instant startedAt = Instant.EPOCH;
        private @Nullable Instant readyAt;
        private @Nullable Instant restartAt;

        private Watched(Program program) {
            this.program = program;
        }

        Program program() {
            return program;
        }

        Optional<ChildProcess> process() {
            return Optional.ofNullable(process);
        }

        boolean isReady() {
            return readyAt != null;
        }

        /** From its start until it was ready; zero when it is not. */
        Duration timeToReady() {
            return readyAt == null ? Duration.ZERO : Duration.between(startedAt, readyAt);
        }

        private boolean isWaiting() {
            return restartAt != null;
        }

        private boolean isAlive() {
            return process != null && process.isAlive();
        }

        private String ending() {
            return process == null ? "never started" : process.ending();
        }
    }
}
