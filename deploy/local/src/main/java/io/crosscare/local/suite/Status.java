package io.crosscare.local.suite;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what runs on a data directory. Exits with 0 when the suite runs and is ready, 3 when it does not. */
@Command(name = "status")
public final class Status implements Callable<Integer> {

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    Status() {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(new Status(), arguments));
    }

    @Override
    public Integer call() {
        Console console = Commands.console(Clock.systemUTC());
        Optional<SuiteState> noted = new StateFile(options.data().suiteFile()).read();
        if (noted.isEmpty()
                || (!noted.get().isSupervised() && !Orphans.of(noted.get()).areAny())) {
            console.line(options.data().path() + ": 没有运行 / not running");
            return Commands.NOT_RUNNING;
        }
        SuiteState state = noted.get();
        Optional<String> mismatch = options.mismatch(state);
        if (mismatch.isPresent()) {
            console.line(mismatch.get());
            return Commands.NOT_RUNNING;
        }
        if (!state.isSupervised()) {
            console.line("看护进程已不在, 留下的进程由 down 停止 / the supervisor is gone; down stops what it left");
        }
        String phase = state.isSupervised() ? phase(state.phase()) : "无人看护 unsupervised";
        console.line(phase + "  " + options.data().path() + "  since " + state.startedAt());
        console.table(SuiteTable.of(state));
        return state.isWhole() ? Commands.OK : Commands.NOT_RUNNING;
    }

    static String phase(SuiteState.Phase phase) {
        return switch (phase) {
            case STARTING -> "启动中 starting";
            case READY -> "运行中 running";
            case STOPPING -> "停止中 stopping";
        };
    }
}
