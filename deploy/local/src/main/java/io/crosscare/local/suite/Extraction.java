package io.crosscare.local.suite;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.crosscare.local.data.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A service's jar laid out as files: libraries beside a small jar, the form start-up caches are made for. Each build has a
 * folder of its own, which is complete as soon as it exists and is not written to again.
 */
record Extraction(Layout layout, ServiceName service, Path folder) {

    private static final int NAME_LENGTH = 16;
    private static final int KEPT = 3;
    private static final String LOCK = ".lock";

    static Extraction of(Layout layout, ServiceName service) {
        String print = Fingerprint.of(layout.jar(service), List.of());
        return new Extraction(layout, service, layout.runFolders(service).resolve(print.substring(0, NAME_LENGTH)));
    }

    /** A folder alone says nothing: a deletion that was cut off, or a start-up cache put there after it, leaves one too. */
    boolean isDone() {
        return Files.isRegularFile(folder.resolve(service.module() + ".jar"));
    }

    /** Suites that start at the same time from one build wait for the one that does it. */
    void run(Path java) {
        Path folders = layout.runFolders(service);
        try {
            Files.createDirectories(folders);
            try (FileChannel channel = FileChannel.open(folders.resolve(LOCK), CREATE, WRITE);
                    FileLock _ = channel.lock()) {
                if (!isDone()) {
                    layOut(java);
                    deleteOldest(folders);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void layOut(Path java) throws IOException, InterruptedException {
        Path draft = besides(folder, ".draft");
        extract(java, draft);
        if (Files.exists(folder)) {
            Tree.delete(folder);
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The folder's name with an ending, free to be used: what an earlier attempt left there is deleted. */
    private static Path besides(Path folder, String ending) throws IOException {
        Path path = folder.resolveSibling(folder.getFileName() + ending);
        if (Files.exists(path)) {
            Tree.delete(path);
        }
        return path;
    }

    private void extract(Path java, Path draft) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        layout.jar(service).toString(),
                        "extract",
                        "--destination",
                        draft.toString())
                .redirectErrorStream(true)
                .start();
        String output;
        try (var reader = process.inputReader()) {
            output = reader.readAllAsString();
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(service.module() + " 无法展开 / cannot be laid out: " + output.strip());
        }
    }

    private static void deleteOldest(Path folders) throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> entries = Files.list(folders)) {
            newestFirst = entries.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(Extraction::age).reversed())
                    .toList();
        }
        for (Path old : newestFirst.stream().skip(KEPT).toList()) {
            Tree.delete(Files.move(old, besides(old, ".old"), StandardCopyOption.ATOMIC_MOVE));
        }
    }

    private static FileTime age(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
