package io.crosscare.local.suite;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops what {@code up} started on a data directory, and nothing else. Its data stay. */
@Command(name = "down")
public final class Down implements Callable<Integer> {

    /** Services and stores each get their patience inside. */
    private static final Duration PATIENCE = Stopping.PATIENCE.multipliedBy(3);

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    Down() {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(new Down(), arguments));
    }

    @Override
    public Integer call() {
        Console console = Commands.console(Clock.systemUTC());
        StateFile file = new StateFile(options.data().suiteFile());
        Optional<SuiteState> noted = file.read();
        if (noted.isEmpty()) {
            console.line(options.data().path() + ": 没有运行 / not running");
            return Commands.OK;
        }
        Optional<String> mismatch = options.mismatch(noted.get());
        if (mismatch.isPresent()) {
            console.line(mismatch.get());
            return Commands.FAILED;
        }
        stop(noted.get(), console);
        file.delete();
        console.say("已停止; 数据保留在 " + options.data().path(), "stopped, data kept");
        return Commands.OK;
    }

    private static void stop(SuiteState state, Console console) {
        Optional<ProcessHandle> supervisor = state.supervisor().alive();
        if (supervisor.isPresent()) {
            console.say("停止看护进程 " + state.supervisor().pid() + " 和它的服务", "stopping the supervisor and its services");
            new Stopping(PATIENCE, () -> console.say("等待结束", "waiting for the end"))
                    .stop(List.of(new ChildProcess.Adopted(supervisor.get(), state.supervisor())));
        }
        Orphans orphans = Orphans.of(state);
        if (orphans.areAny()) {
            orphans.stop(console);
        }
    }
}
