package io.crosscare.local.suite;

import java.util.ArrayList;
import java.util.List;

/** Processes of a suite whose supervisor is gone, for example after it was killed. */
record Orphans(List<ChildProcess> services, List<ChildProcess> stores) {

    static Orphans of(SuiteState state) {
        return new Orphans(state.alive(Program.Kind.SERVICE), state.alive(Program.Kind.STORE));
    }

    boolean areAny() {
        return !services.isEmpty() || !stores.isEmpty();
    }

    /** Stops them, services first. */
    void stop(Console console) {
        List<Long> pids = new ArrayList<>();
        services.forEach(process -> pids.add(process.id().pid()));
        stores.forEach(process -> pids.add(process.id().pid()));
        console.say("停止上次留下的进程 " + pids, "stopping what an earlier run left behind");
        Stopping stopping = new Stopping(Stopping.PATIENCE, () -> console.say("等待它们结束", "waiting for them to end"));
        stopping.stop(services);
        stopping.stop(stores);
    }
}
