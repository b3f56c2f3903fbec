package io.crosscare.local.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs that run {@link TinyProgram} in a JVM of its own. */
record TinyPrograms(Path folder) {

    Program serving(String name, Program.Kind kind, int port) {
        return program(name, kind, new Probe.PortOpen(port), "serve", String.valueOf(port), name, diary().toString());
    }

    Program stubborn() {
        return program("stubborn", Program.Kind.SERVICE, () -> false, "stubborn");
    }

    Program failing() {
        return program("failing", Program.Kind.SERVICE, () -> false, "fail");
    }

    /** Where serving programs write that they were asked to end. */
    Path diary() {
        return folder.resolve("diary");
    }

    private Program program(String name, Program.Kind kind, Probe probe, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TinyProgram.class.getName()));
        command.addAll(List.of(arguments));
        return new Program(name, name, kind, "", folder, command, Map.of(), folder.resolve(name + ".log"), probe);
    }
}
