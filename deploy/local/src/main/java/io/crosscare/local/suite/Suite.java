package io.crosscare.local.suite;

import io.crosscare.local.data.DataFolder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * One life of the suite on a data directory: its processes from start to stop, told on the console and noted in the state file.
 * A process that ends before all were ready ends the start; later it is restarted.
 */
final class Suite {

    private static final Duration TURN = Duration.ofMillis(100);
    private static final Duration START_WITHIN = Duration.ofMinutes(4);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(5);

    private final Ports ports;
    private final Console console;
    private final StopRequest stop;
    private final InstantSource clock;
    private final StateFile stateFile;
    private final Supervisor supervisor;
    private final Instant startedAt;
    private SuiteState.Phase phase = SuiteState.Phase.STARTING;

    Suite(
            DataFolder data,
            Ports ports,
            List<Program> programs,
            Console console,
            StopRequest stop,
            InstantSource clock) {
        this.ports = ports;
        this.console = console;
        this.stop = stop;
        this.clock = clock;
        this.stateFile = new StateFile(data.suiteFile());
        this.supervisor = new Supervisor(programs, new Launcher(), new Told(), clock);
        this.startedAt = clock.instant();
    }

    /** Starts everything and waits; false when something failed or a stop was asked for. What runs keeps running. */
    boolean start() {
        supervisor.start();
        Instant deadline = clock.instant().plus(START_WITHIN);
        Instant nextWord = clock.instant().plus(BETWEEN_WORDS);
        while (!supervisor.areAllReady()) {
            supervisor.turn();
            var failed = supervisor.ended();
            if (failed.isPresent()) {
                explain(failed.get());
                return false;
            }
            if (clock.instant().isAfter(deadline)) {
                supervisor.children().stream().filter(child -> !child.isReady()).forEach(this::explain);
                return false;
            }
            if (clock.instant().isAfter(nextWord) && !supervisor.areAllReady()) {
                nextWord = clock.instant().plus(BETWEEN_WORDS);
                sayWhoIsAwaited();
            }
            if (stop.await(TURN)) {
                return false;
            }
        }
        return true;
    }

    /** From now on the suite counts as ready for others. */
    void becomeReady() {
        phase = SuiteState.Phase.READY;
        note();
    }

    /** Watches over the processes while this holds and nobody asks to stop. */
    void watchWhile(BooleanSupplier condition) {
        while (condition.getAsBoolean() && !stop.await(TURN)) {
            supervisor.turn();
        }
    }

    /** Stops the gateway, so that nothing new comes in, then the services, then the stores; each may finish what it began. */
    void stop(Duration patience) {
        stop(patience, () -> false);
    }

    /** As {@link #stop(Duration)}, but what still runs is killed as soon as somebody wants it. */
    void stop(Duration patience, BooleanSupplier isCutShort) {
        phase = SuiteState.Phase.STOPPING;
        note();
        Stopping stopping = new Stopping(patience, isCutShort, this::sayWhoStops);
        stopping.stop(processes(child -> child.program().name().equals(ServiceName.GATEWAY.title())));
        stopping.stop(processes(Program.Kind.SERVICE));
        stopping.stop(processes(Program.Kind.STORE));
        stateFile.delete();
    }

    void printTable() {
        console.table(SuiteTable.of(state()));
    }

    /** The processes of one kind that run at this moment. */
    List<ProcessId> running(Program.Kind kind) {
        return processes(kind).stream().map(ChildProcess::id).toList();
    }

    /** The processes that run at this moment, by the name of their program. */
    Map<String, ProcessId> runningByName() {
        Map<String, ProcessId> running = new LinkedHashMap<>();
        supervisor
                .children()
                .forEach(child -> child.process()
                        .filter(ChildProcess::isAlive)
                        .ifPresent(process -> running.put(child.program().name(), process.id())));
        return running;
    }

    private List<ChildProcess> processes(Program.Kind kind) {
        return processes(child -> child.program().kind() == kind);
    }

    private List<ChildProcess> processes(Predicate<Supervisor.Watched> wanted) {
        return supervisor.children().stream()
                .filter(wanted)
                .flatMap(child -> child.process().stream())
                .filter(ChildProcess::isAlive)
                .toList();
    }

    private void explain(Supervisor.Watched child) {
        Program program = child.program();
        console.say(
                program.name() + " " + program.chinese() + " 没有就绪; 日志 " + program.log() + " 的最后几行:",
                program.name() + " did not become ready; the last lines of its log:");
        LogTail.of(program.log()).forEach(line -> console.line("    " + line));
    }

    private void sayWhoIsAwaited() {
        String names = supervisor.children().stream()
                .filter(child -> !child.isReady())
                .map(child -> child.program().name())
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
        console.say("等待就绪: " + names, "waiting for them");
    }

    private void sayWhoStops() {
        String names = supervisor.children().stream()
                .filter(child -> child.process().filter(ChildProcess::isAlive).isPresent())
                .map(child -> child.program().name())
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
        console.say("等待结束: " + names, "waiting for them to end");
    }

    private void note() {
        stateFile.write(state());
    }

    private SuiteState state() {
        List<SuiteState.Child> children = supervisor.children().stream()
                .flatMap(child -> child.process().stream()
                        .map(process -> new SuiteState.Child(
                                child.program().name(),
                                child.program().kind(),
                                child.program().address(),
                                process.id(),
                                child.timeToReady().toMillis())))
                .toList();
        return new SuiteState(
                phase, startedAt.toString(), ports.base(), ProcessId.of(ProcessHandle.current()), children);
    }

    /** Notes each change before it is told. */
    private final class Told implements Supervisor.Listener {

        @Override
        public void started(Supervisor.Watched child) {
            note();
        }

        @Override
        public void ready(Supervisor.Watched child) {
            note();
            String seconds = Console.seconds(child.timeToReady());
            console.say(
                    child.program().name() + " " + child.program().chinese() + " 就绪 (" + seconds + " 秒)",
                    "ready after " + seconds + " s");
        }

        @Override
        public void ended(Supervisor.Watched child, String ending, Duration wait) {
            note();
            String name = child.program().name() + " " + child.program().chinese();
            if (phase == SuiteState.Phase.READY) {
                console.say(
                        name + " 意外结束 (" + ending + "), " + wait.toSeconds() + " 秒后重启",
                        "ended, restarting in " + wait.toSeconds() + " s");
            } else {
                console.say(name + " 意外结束 (" + ending + ")", "ended");
            }
        }
    }
}
