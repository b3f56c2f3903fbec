package io.crosscare.benchmark.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A suite that this program starts for itself with {@code up --load}, and takes down again however it ends. */
public final class OwnSuite implements AutoCloseable {

    private final Path commands;
    private final Path data;
    private final boolean isThrowAway;
    private final Thread hook = new Thread(this::stop, "take the suite down");

    private OwnSuite(Path commands, Path data, boolean isThrowAway) {
        this.commands = commands;
        this.data = data;
        this.isThrowAway = isThrowAway;
    }

    /**
     * Starts one and returns when it is ready.
     *
     * @param root of the repository
     * @param isThrowAway whether the data are deleted with it
     */
    public static OwnSuite start(Path root, Path data, int portBase, boolean isThrowAway)
            throws IOException, InterruptedException {
        OwnSuite suite = new OwnSuite(root.resolve("deploy").resolve("local"), data, isThrowAway);
        Runtime.getRuntime().addShutdownHook(suite.hook);
        int code = suite.run(
                "up", "--load", "--detach", "--data", data.toString(), "--port-base", String.valueOf(portBase));
        if (code != 0) {
            suite.close();
            throw new IOException("系统没有启动起来 / the suite did not start");
        }
        return suite;
    }

    /** It as it runs. */
    public RunningSuite running() throws IOException {
        return RunningSuite.find(data).orElseThrow(() -> new IllegalStateException("系统已不在 / the suite is gone"));
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            return; // the hook itself is doing it
        }
        stop();
    }

    private void stop() {
        try {
            run("down", "--data", data.toString());
            if (isThrowAway) {
                Folders.delete(data);
            }
        } catch (IOException e) {
            System.err.println("停止系统失败 / taking the suite down failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int run(String command, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(commands.resolve(command).toString());
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).inheritIO().start().waitFor();
    }
}
