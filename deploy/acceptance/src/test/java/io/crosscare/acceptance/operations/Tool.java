package io.crosscare.acceptance.operations;

import static org.junit.jupiter.api.Assumptions.abort;

import io.crosscare.acceptance.RepositoryFolder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of another house that a test needs: found where the shell finds it, run to its end, its words kept. */
public record Tool(Path executable) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** How a run ended, and all it said. */
    public record Ended(int code, String output) {

        public boolean isGood() {
            return code == 0;
        }
    }

    /** The program, or the test is skipped and says so. */
    public static Tool require(String name) {
        return find(name).orElseThrow(() -> skip(name + " 不在 PATH 上 / " + name + " is not on the PATH"));
    }

    /** Ends the test as skipped; nobody has to wonder whether it ran. */
    static RuntimeException skip(String why) {
        System.err.println("跳过 · SKIPPED: " + why);
        return abort(why);
    }

    static Optional<Tool> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Tool::new);
    }

    /** Runs it in a folder. */
    public Ended run(Path folder, List<String> arguments) {
        try {
            Path output = Files.createTempFile(RepositoryFolder.target(), "tool-", ".txt");
            Process process = builder(folder, arguments, output).start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(executable + " " + arguments + " did not end");
            }
            String said = Files.readString(output);
            Files.delete(output);
            return new Ended(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A run that is not waited for; its words go to a file. */
    ProcessBuilder builder(Path folder, List<String> arguments, Path output) {
        List<String> command = Stream.concat(Stream.of(executable.toString()), arguments.stream())
                .toList();
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
    }
}
