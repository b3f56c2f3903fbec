package io.crosscare.acceptance;

import io.crosscare.local.suite.RunningSuite;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The suite of one data directory, started and stopped by its own commands as a person would do it. What they say is kept in a
 * file. It runs on after this process has ended, so whoever starts it stops it.
 */
public final class LocalSuite {

    private static final Duration UP_WITHIN = Duration.ofMinutes(6);
    private static final Duration DOWN_WITHIN = Duration.ofMinutes(2);
    private static final Duration COPY_WITHIN = Duration.ofMinutes(5);
    private static final int TAIL_LINES = 30;

    private final Path root;
    private final Path data;
    private final int portBase;
    private final List<String> options;
    private final Map<String, String> environment;
    private final Path output;
    private final RunningSuite running;

    /**
     * Names a suite; nothing is started yet.
     *
     * @param root of the repository
     * @param options for both {@code up} and {@code down}, beside directory and ports
     */
    public LocalSuite(Path root, Path data, int portBase, List<String> options) {
        this(root, data, portBase, options, Map.of());
    }

    /**
     * As the other, with more in the environment of its processes.
     *
     * @param environment beside what this process has itself
     */
    public LocalSuite(Path root, Path data, int portBase, List<String> options, Map<String, String> environment) {
        this.root = root;
        this.data = data;
        this.portBase = portBase;
        this.options = List.copyOf(options);
        this.environment = Map.copyOf(environment);
        this.output = data.resolveSibling(data.getFileName() + ".commands.log");
        this.running = RunningSuite.of(data);
    }

    public Path data() {
        return data;
    }

    /** What {@code up} and {@code down} have said. */
    public Path output() {
        return output;
    }

    public URI gateway() {
        return URI.create("http://127.0.0.1:" + portBase);
    }

    /** Its processes as they are now. */
    public RunningSuite running() {
        return running;
    }

    /** Starts it and returns when it is ready. */
    public void up() {
        List<String> arguments = new ArrayList<>(List.of("--detach", "--port-base", String.valueOf(portBase)));
        run("up", arguments, UP_WITHIN);
    }

    /** Stops it; its data stay. One that does not run is stopped already. */
    public void down() {
        run("down", new ArrayList<>(), DOWN_WITHIN);
    }

    /** Copies its document store into a new directory, beside whatever runs. */
    public void backup(Path target) {
        run("backup", new ArrayList<>(List.of(target.toString())), COPY_WITHIN);
    }

    /** Puts a copy in the place of its document store; it must not run. */
    public void restore(Path copy) {
        run("restore", new ArrayList<>(List.of(copy.toString())), COPY_WITHIN);
    }

    /** Waits until every process is there and answers, the killed ones' successors too. */
    public void awaitWhole(Duration patience) {
        try {
            Eventually.of(patience, () -> Optional.of(running).filter(RunningSuite::isWhole));
        } catch (Difference late) {
            throw new Difference("仍有进程未就绪 · not whole: " + running.members() + "。" + late.getMessage(), late);
        }
    }

    private void run(String command, List<String> arguments, Duration patience) {
        List<String> line = new ArrayList<>(List.of(
                root.resolve("deploy").resolve("local").resolve(command).toString(), "--data", data.toString()));
        line.addAll(arguments);
        line.addAll(options);
        try {
            ProcessBuilder builder = new ProcessBuilder(line)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroy();
                throw failed(command, "没有在 " + patience.toSeconds() + " 秒内结束 · did not end in time");
            }
            if (process.exitValue() != 0) {
                throw failed(command, "退出码 exit code " + process.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Difference("deploy/local/" + command + ": 被中断 · interrupted", interrupted);
        }
    }

    private Difference failed(String command, String how) {
        return new Difference(
                "deploy/local/%s: %s。%s:%n    %s".formatted(command, how, output, String.join("\n    ", tail())));
    }

    private List<String> tail() {
        try {
            List<String> lines = Files.readAllLines(output);
            return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
