package io.crosscare.local.suite;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** How every command of {@code deploy/local} runs: options, errors in one line, exit codes. */
final class Commands {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    /** As init scripts say it. */
    static final int NOT_RUNNING = 3;

    private Commands() {}

    static int run(Callable<Integer> command, String[] arguments) {
        return lineOf(command).execute(arguments);
    }

    static CommandLine lineOf(Callable<Integer> command) {
        CommandLine line = new CommandLine(command);
        line.setOut(new PrintWriter(Console.standardOutput(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(Console.standardError(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((problem, ignored) -> {
            problem.getCommandLine().getErr().println(problem.getMessage());
            problem.getCommandLine().getErr().println("参数说明见 --help / see --help");
            return USAGE;
        });
        line.setExecutionExceptionHandler((problem, self, ignored) -> {
            String message = problem.getMessage();
            self.getErr().println(message == null ? problem.toString() : message);
            return problem instanceof IllegalArgumentException ? USAGE : FAILED;
        });
        return line;
    }

    /** A console that counts from the start of this process. */
    static Console console(InstantSource clock) {
        return console(Console.standardOutput(), clock);
    }

    static Console console(PrintStream out, InstantSource clock) {
        Instant start = ProcessHandle.current().info().startInstant().orElseGet(clock::instant);
        return new Console(out, () -> Duration.between(start, clock.instant()));
    }
}
