package io.crosscare.local.suite;

import io.crosscare.local.data.DataFolder;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a supervisor that outlives this command, shows what it says until the suite is ready, and leaves it alone. */
final class Detached {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final DataFolder data;
    private final Path java;
    private final Console console;
    private final StopRequest stop;

    Detached(DataFolder data, Path java, Console console, StopRequest stop) {
        this.data = data;
        this.java = java;
        this.console = console;
        this.stop = stop;
    }

    /** The exit code of the start. A stop request before the suite is ready stops it. */
    int start(List<String> arguments, Map<String, String> environment) {
        Path log = data.logs().resolve("supervisor.log");
        StateFile stateFile = new StateFile(data.suiteFile());
        try {
            long shown = Files.exists(log) ? Files.size(log) : 0;
            ProcessBuilder builder = new ProcessBuilder(Launcher.inOwnSession(command(arguments)))
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean isReady = false;
            while (process.isAlive() && !isReady) {
                if (stop.await(LOOK_EVERY)) {
                    process.destroy();
                    process.onExit().join();
                }
                isReady = stateFile
                        .read()
                        .filter(state -> state.supervisor().pid() == process.pid())
                        .filter(state -> state.phase() == SuiteState.Phase.READY)
                        .isPresent();
                shown = show(log, shown);
            }
            show(log, shown);
            return isReady ? Commands.OK : Commands.FAILED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Up.class.getName()));
        command.addAll(arguments);
        return command;
    }

    private long show(Path log, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] news = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(news);
            int end = lastLineEnd(news);
            if (end > 0) {
                console.line(new String(news, 0, end - 1, StandardCharsets.UTF_8));
            }
            return from + end;
        }
    }

    private static int lastLineEnd(byte[] bytes) {
        for (int i = bytes.length; i > 0; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }
}
