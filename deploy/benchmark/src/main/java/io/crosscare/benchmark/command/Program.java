package io.crosscare.benchmark.command;

import io.crosscare.chassis.id.RandomIds;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;

/** How a load program begins and ends: it speaks UTF-8, complains in one line, and ends with 2 when it was called wrongly. */
public final class Program {

    private static final int RUN_BYTES = 4;

    private Program() {}

    /** Runs it and ends this process with its code. */
    public static void run(Function<PrintStream, Callable<Integer>> program, String... arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(lineOf(program.apply(out)).execute(arguments));
    }

    /** The program as it is called. */
    public static CommandLine lineOf(Callable<Integer> program) {
        CommandLine line = new CommandLine(program).setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((problem, _) -> {
            problem.getCommandLine().getErr().println(problem.getMessage());
            problem.getCommandLine().getErr().println("参数说明见 --help / see --help");
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((problem, self, _) -> {
            self.getErr().println(problem.getMessage() == null ? problem.toString() : problem.getMessage());
            return problem instanceof IllegalArgumentException
                    ? CommandLine.ExitCode.USAGE
                    : CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }

    /** A name for a run, part of its keys, so that runs on the same data do not meet. */
    public static String newRun() {
        return HexFormat.of().formatHex(RandomIds.secure().bytes(RUN_BYTES));
    }
}
