package io.crosscare.verifier;

import io.crosscare.settlement.export.model.Totals;
import io.crosscare.verifier.VerifyExport.Verdict;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verifier as a program: a file, and whether it holds. */
@Command(name = "verify-chain")
public final class VerifyChain implements Callable<Integer> {

    private static final int HOLDS = 0;
    private static final int FAILS = 1;
    private static final int UNREADABLE = 2;

    @Parameters(arity = "1", description = "a file of exported chains")
    private @Nullable Path file;

    @Option(names = "--digest", description = "the digest that was noted when it was exported")
    private @Nullable String digest;

    private final PrintWriter out;

    private VerifyChain(PrintWriter out) {
        this.out = out;
    }

    /** Runs it and ends the process. */
    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8), arguments));
    }

    static int run(PrintWriter out, String... arguments) {
        CommandLine line = new CommandLine(new VerifyChain(out));
        line.setParameterExceptionHandler((problem, _) -> {
            problem.getCommandLine().getErr().println(problem.getMessage());
            problem.getCommandLine().getErr().println("参数说明见 --help / see --help");
            return CommandLine.ExitCode.USAGE;
        });
        return line.execute(arguments);
    }

    @Override
    public Integer call() {
        try (Stream<String> lines = Files.lines(Objects.requireNonNull(file))) {
            return switch (new VerifyExport().verify(lines.iterator())) {
                case Verdict.Fails(Flaw flaw) -> failed(flaw.toString());
                case Verdict.Holds(Totals totals) -> held(totals);
            };
        } catch (IOException | UncheckedIOException e) {
            out.println("文件不可读 / the file cannot be read: " + file);
            return UNREADABLE;
        }
    }

    private int held(Totals totals) {
        String own = totals.digest().value();
        if (digest != null && !digest.equals(own)) {
            return failed("摘要与所记不符: 文件已整体改写, 或不是同一次导出 · the digest is not the noted one: the whole file was rewritten, "
                    + "or it is of another export · " + own);
        }
        out.println("摘要 digest " + own);
        out.printf("verify-chain: %d entries of %d chains hold%n", totals.entries(), totals.chains());
        return HOLDS;
    }

    private int failed(String what) {
        out.println(what);
        out.println("verify-chain: FAILED");
        return FAILS;
    }
}
