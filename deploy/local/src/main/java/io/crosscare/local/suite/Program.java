package io.crosscare.local.suite;

import java.nio.file.Path;
import java.util.List;

/**
 * One process of the suite before it runs: what is started where, where its output goes and how it shows that it is ready.
 *
 * @param address where others reach it, as people read it
 */
record Program(
        String name,
        String chinese,
        Kind kind,
        String address,
        Path workingFolder,
        List<String> command,
        Path log,
        Probe probe) {

    /** Stores are started before services and stopped after them. */
    enum Kind {
        STORE,
        SERVICE
    }

    Program {
        command = List.copyOf(command);
    }

    boolean isStore() {
        return kind == Kind.STORE;
    }
}
