package io.crosscare.local.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data directory of one store: at most one snapshot that counts, named by the sequence number of the first frame it does
 * not have; the journal's segments from that frame on, each named by the sequence number of its first frame; and a lock that
 * keeps a second store away. What is older than the snapshot, and what is only a draft, counts for nothing.
 */
final class JournalFolder implements AutoCloseable {

    private static final String SEGMENT_SUFFIX = ".journal";
    private static final String SNAPSHOT_SUFFIX = ".snapshot";
    private static final String DRAFT_SUFFIX = ".draft";

    private final Path path;
    private final @Nullable FileChannel lockFile;

    private JournalFolder(Path path, @Nullable FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Makes the folder where it is missing and takes it for this store alone. */
    static JournalFolder lock(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel lockFile =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(lockFile) == null) {
            lockFile.close();
            throw new IOException("another document store is using " + path);
        }
        return new JournalFolder(path, lockFile);
    }

    /** The folder without its lock: one that no store uses, or one that is only looked at. */
    static JournalFolder unlocked(Path path) {
        return new JournalFolder(path, null);
    }

    private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    /** The segments the snapshot does not cover, oldest first. */
    List<Path> segments() throws IOException {
        long covered = firstSequence();
        return files(SEGMENT_SUFFIX).stream()
                .filter(segment -> sequenceOf(segment) >= covered)
                .toList();
    }

    /** The snapshot that counts: the latest. */
    @Nullable
    Path snapshot() throws IOException {
        List<Path> snapshots = files(SNAPSHOT_SUFFIX);
        return snapshots.isEmpty() ? null : snapshots.getLast();
    }

    /** The snapshot that counts, and the segments from there on, as one look at the folder shows them. */
    List<Path> counting() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(path)) {
            all = files.sorted().toList();
        }
        List<Path> snapshots = endingWith(SNAPSHOT_SUFFIX, all);
        long covered = snapshots.isEmpty() ? 1 : sequenceOf(snapshots.getLast());
        List<Path> counting = new ArrayList<>(snapshots.subList(Math.max(0, snapshots.size() - 1), snapshots.size()));
        for (Path segment : endingWith(SEGMENT_SUFFIX, all)) {
            if (sequenceOf(segment) >= covered) {
                counting.add(segment);
            }
        }
        return counting;
    }

    private static List<Path> endingWith(String suffix, List<Path> files) {
        return files.stream()
                .filter(file -> file.getFileName().toString().endsWith(suffix))
                .toList();
    }

    /** The first frame that has to be in a segment. */
    long firstSequence() throws IOException {
        Path snapshot = snapshot();
        return snapshot == null ? 1 : sequenceOf(snapshot);
    }

    /** The segment that begins with this frame. */
    Path segmentStartingAt(long sequence) {
        return named(sequence, SEGMENT_SUFFIX);
    }

    /** The snapshot of all frames before this one. */
    Path snapshotBefore(long sequence) {
        return named(sequence, SNAPSHOT_SUFFIX);
    }

    /** Under which name that snapshot is written. */
    Path draftBefore(long sequence) {
        return named(sequence, SNAPSHOT_SUFFIX + DRAFT_SUFFIX);
    }

    /** The sequence number in the name of a segment or a snapshot. */
    static long sequenceOf(Path file) {
        String name = file.getFileName().toString();
        try {
            return Long.parseLong(name.substring(0, name.indexOf('.')));
        } catch (NumberFormatException e) {
            throw new StoreDamagedException(file, 0, "a file that is not named after a frame", e);
        }
    }

    /** Snapshots that are not, or never will be, whole. */
    List<Path> drafts() throws IOException {
        return files(DRAFT_SUFFIX);
    }

    /** The files that count for nothing: drafts, and what the snapshot covers. Oldest first. */
    List<Path> leftovers() throws IOException {
        long covered = firstSequence();
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> isLeftover(file, covered)).sorted().toList();
        }
    }

    private static boolean isLeftover(Path file, long covered) {
        String name = file.getFileName().toString();
        return name.endsWith(DRAFT_SUFFIX)
                || ((name.endsWith(SEGMENT_SUFFIX) || name.endsWith(SNAPSHOT_SUFFIX)) && sequenceOf(file) < covered);
    }

    /** Makes created and renamed files findable after a power cut. */
    void sync() throws IOException {
        try (FileChannel directory = FileChannel.open(path, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        if (lockFile != null) {
            lockFile.close();
        }
    }

    private Path named(long sequence, String suffix) {
        return path.resolve("%019d%s".formatted(sequence, suffix));
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return endingWith(suffix, files.sorted().toList());
        }
    }
}
