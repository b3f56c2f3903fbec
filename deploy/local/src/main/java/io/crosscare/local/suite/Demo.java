package io.crosscare.local.suite;

import io.crosscare.local.data.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plays the main job through the gateway of a running suite: the acceptance program, its output shown as it comes. */
record Demo(Layout layout, Path java) {

    Process start(String gateway, DataFolder data) {
        if (!Files.exists(layout.acceptanceJar())) {
            throw new IllegalStateException("缺少演示程序 " + layout.acceptanceJar() + " / the demo is not built");
        }
        try {
            return new ProcessBuilder(
                            java.toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            layout.acceptanceJar().toString(),
                            "--gateway",
                            gateway,
                            "--data",
                            data.path().toString())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plays it and waits; 0 when every step passed. */
    int play(String gateway, DataFolder data, StopRequest stop) {
        Process process = start(gateway, data);
        process.onExit().join();
        return stop.isRequested() ? Commands.FAILED : process.exitValue();
    }
}
