package io.crosscare.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real JVM takes a cache that fits and starts without one that does not; it says nothing either way, its memory does. */
class StartupCacheIT {

    /** Objects are laid out otherwise than in training. */
    private static final String OTHER_LAYOUT = "-XX:+UseCompactObjectHeaders";

    @TempDir
    private Path folder;

    private Path jar;

    /** A cache knows classes from jars only. */
    @BeforeEach
    void packTheProgram() throws IOException {
        jar = folder.resolve("tiny.jar");
        String name = TinyProgram.class.getName().replace('.', '/') + ".class";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                InputStream code =
                        Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(name))) {
            zip.putNextEntry(new ZipEntry(name));
            code.transferTo(zip);
        }
    }

    @Test
    void tellsWhetherAProcessReallyUsesTheCache() throws Exception {
        StartupCache cache = new StartupCache(folder, "tiny", "jar-1");
        Process training = start(cache.options(StartupCache.Use.TRAIN), "end");
        assertThat(training.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(cache.conclude()).isTrue();

        assertThat(isUsed(cache, cache.options(cache.use(false)))).isTrue();
        assertThat(isUsed(cache, List.of())).isFalse();
        assertThat(isUsed(cache, List.of(cache.options(StartupCache.Use.READ).getFirst(), OTHER_LAYOUT)))
                .isFalse();
    }

    private boolean isUsed(StartupCache cache, List<String> options) throws IOException {
        Process process = start(options, "stubborn");
        try {
            Await.until("it runs", () -> isTold(process));
            return cache.isUsedBy(ProcessId.of(process.toHandle()));
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean isTold(Process process) {
        try {
            return process.getInputStream().available() > 0 || !process.isAlive();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(List<String> options, String argument) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(options);
        command.addAll(List.of("-cp", jar.toString(), TinyProgram.class.getName(), argument));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }
}
