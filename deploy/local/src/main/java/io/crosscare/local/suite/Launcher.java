package io.crosscare.local.suite;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Starts programs as operating system processes, each in a session of its own where the system can, so that Ctrl-C at the
 * terminal reaches the supervisor alone and the order of stopping stays its decision.
 */
final class Launcher implements Function<Program, ChildProcess> {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final File NO_INPUT = new File("/dev/null");
    private static final long LOG_BYTES_MAX = 20_000_000;

    @Override
    public ChildProcess apply(Program program) {
        try {
            keepLogSmall(program.log());
            ProcessBuilder builder = new ProcessBuilder(inOwnSession(program.command()))
                    .directory(program.workingFolder().toFile())
                    .redirectInput(NO_INPUT)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(program.log().toFile()));
            builder.environment().putAll(program.environment());
            // glibc gives every thread an arena of its own; two are enough and keep the process small.
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            return new Started(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(program.name() + " cannot be started", e);
        }
    }

    static List<String> inOwnSession(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            whole.add(SETSID.toString());
        }
        whole.addAll(command);
        return whole;
    }

    private static void keepLogSmall(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private record Started(Process process, ProcessId id) implements ChildProcess {

        private static final int SIGNAL_BASE = 128;

        Started(Process process) {
            this(process, ProcessId.of(process.toHandle()));
        }

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public CompletableFuture<?> end() {
            return process.onExit();
        }

        @Override
        public String ending() {
            int code = process.exitValue();
            return code > SIGNAL_BASE ? "signal " + (code - SIGNAL_BASE) : "exit code " + code;
        }

        @Override
        public void stop() {
            process.destroy();
        }

        @Override
        public void kill() {
            process.destroyForcibly();
        }
    }
}
