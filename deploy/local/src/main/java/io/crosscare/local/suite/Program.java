package io.crosscare.local.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One process of the suite before it runs: what is started where, where its output goes and how it shows that it is ready.
 *
 * @param address where others reach it, as people read it
 * @param environment what it is told that the list of processes must not show
 */
record Program(
        String name,
        String chinese,
        Kind kind,
        String address,
        Path workingFolder,
        List<String> command,
        Map<String, String> environment,
        Path log,
        Probe probe) {

    /** Stores are started before services and stopped after them. */
    enum Kind {
        STORE,
        SERVICE
    }

    Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    boolean isStore() {
        return kind == Kind.STORE;
    }
}
