package io.crosscare.local.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds everything one suite keeps: stores, keys, logs and the note of what runs. A marker file says that
 * the directory is ours; only such a directory is ever deleted. Whoever runs the suite holds its lock, which the operating
 * system gives back when that process ends, however it ends.
 */
public final class DataFolder {

    private static final String MARKER = "crosscare-data";
    private static final String MARKER_TEXT = """
        This directory belongs to a CrossCare suite on this machine: its stores, keys and logs.
        deploy/local/up --reset deletes it.
        """;

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** Names the directory; nothing is read or made. */
    public static DataFolder at(Path path) {
        return new DataFolder(path.toAbsolutePath().normalize());
    }

    public Path path() {
        return path;
    }

    public Path keys() {
        return path.resolve("keys");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path documents() {
        return path.resolve("documents");
    }

    public Path events() {
        return path.resolve("events");
    }

    /** Where a restored document store is made ready before it takes the place of {@link #documents()}. */
    public Path restoring() {
        return path.resolve("documents.restoring");
    }

    public Path suiteFile() {
        return path.resolve("suite.json");
    }

    /** Whether a suite has made this directory. */
    public boolean isOurs() {
        return Files.isRegularFile(path.resolve(MARKER));
    }

    /**
     * Makes what is missing, readable by its owner only.
     *
     * @throws UnsuitableFolderException when the directory holds something else
     */
    public void prepare() throws UnsuitableFolderException {
        try {
            if (!isOurs() && holdsAnything()) {
                throw new UnsuitableFolderException(
                        path,
                        "目录不为空, 也不是 CrossCare 的数据目录",
                        "the directory is neither empty nor a CrossCare data directory");
            }
            OwnerOnly.createDirectories(path);
            Files.writeString(path.resolve(MARKER), MARKER_TEXT);
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Refuses a directory where a restore was cut off between the old store and the new one.
     *
     * @throws UnsuitableFolderException when a start would find no store and begin an empty one
     */
    public void requireNoHalfRestore() throws UnsuitableFolderException {
        if (Files.exists(restoring()) && !Files.exists(documents())) {
            throw new UnsuitableFolderException(
                    path, "恢复没有做完, 请再运行一次 restore", "a restore was cut off here; run restore once more");
        }
    }

    /**
     * Puts what lies in {@link #restoring()} in the place of the document store, and begins with an empty message broker. What was
     * there stays, under other names. The broker goes first: cut off after it, the old store still has everything.
     *
     * @param suffix tells what is set aside now from what was before
     * @return where the former folders lie now
     */
    public List<Path> replaceStore(String suffix) throws IOException {
        List<Path> aside = new ArrayList<>();
        for (Path former : List.of(events(), documents())) {
            if (Files.exists(former)) {
                aside.add(Files.move(
                        former, former.resolveSibling(former.getFileName() + suffix), StandardCopyOption.ATOMIC_MOVE));
            }
        }
        Files.move(restoring(), documents(), StandardCopyOption.ATOMIC_MOVE);
        Tree.sync(path);
        return List.copyOf(aside);
    }

    /** Takes the lock of the one process that runs the suite; empty when another process has it. */
    public Optional<AutoCloseable> lock() {
        try {
            FileChannel channel =
                    FileChannel.open(path.resolve("suite.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * Deletes the directory. The caller has made sure that nothing runs on it.
     *
     * @throws UnsuitableFolderException when it is not ours
     */
    public void delete() throws UnsuitableFolderException {
        try {
            if (!Files.exists(path) || (!isOurs() && !holdsAnything())) {
                return;
            }
            if (!isOurs()) {
                throw new UnsuitableFolderException(
                        path, "不是 CrossCare 的数据目录, 不予删除", "not a CrossCare data directory, so it is not deleted");
            }
            Tree.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean holdsAnything() throws IOException {
        if (!Files.exists(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isPresent();
        }
    }
}
