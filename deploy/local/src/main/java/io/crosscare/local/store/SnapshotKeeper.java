package io.crosscare.local.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds closed segments into the snapshot, in the background and from the files alone, so that a start has at most
 * {@value #SEGMENTS_MAX} closed segments to read beside the snapshot. A new snapshot counts only when it is whole and on disk;
 * only then is what it stands for deleted. Where it cannot be made, everything stays as it is, the log says why, and the next
 * closed segment is the next occasion.
 */
final class SnapshotKeeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SnapshotKeeper.class);

    /** More of them are not folded at once, since the places of their documents are kept in memory meanwhile. */
    private static final int SEGMENTS_MAX = 4;

    private final JournalFolder folder;
    private final JournalSettings settings;
    private final Thread thread = new Thread(this::work, "journal-snapshot");
    private final Object monitor = new Object();
    private boolean isAwake = true;
    private boolean isClosing;

    SnapshotKeeper(JournalFolder folder, JournalSettings settings) {
        this.folder = folder;
        this.settings = settings;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Says that a segment has been closed. Returns at once. */
    void segmentClosed() {
        synchronized (monitor) {
            isAwake = true;
            monitor.notifyAll();
        }
    }

    /** Gives up what it is at, and returns when nothing is written any more. */
    @Override
    public void close() {
        synchronized (monitor) {
            isClosing = true;
            monitor.notifyAll();
        }
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Folds what is due. Says whether there was anything. */
    boolean fold() throws IOException {
        List<Path> segments = folder.segments();
        Path before = folder.snapshot();
        List<Path> closed = segments.subList(0, Math.clamp(segments.size() - 1L, 0, SEGMENTS_MAX));
        if (!isDue(closed, before)) {
            return false;
        }
        JournalDelta delta = new JournalDelta();
        long sequence = folder.firstSequence();
        for (Path segment : closed) {
            sequence = delta.add(segment, sequence);
        }
        if (!segments.get(closed.size()).equals(folder.segmentStartingAt(sequence))) {
            throw new StoreDamagedException(segments.get(closed.size()), 0, "frame " + sequence + " missing");
        }
        write(delta, before, sequence);
        return true;
    }

    /** So that what is written for snapshots stays a small multiple of the journal, and what a start reads is bounded. */
    private static boolean isDue(List<Path> closed, @Nullable Path before) throws IOException {
        if (closed.isEmpty() || closed.size() >= SEGMENTS_MAX || before == null) {
            return !closed.isEmpty();
        }
        long closedBytes = 0;
        for (Path segment : closed) {
            closedBytes += Files.size(segment);
        }
        return closedBytes >= Files.size(before) / 2;
    }

    private void write(JournalDelta delta, @Nullable Path before, long nextSequence) throws IOException {
        Path draft = folder.draftBefore(nextSequence);
        try (Snapshot.Writer writer = new Snapshot.Writer(draft, settings.sync(), this::reached)) {
            reached(SnapshotStep.DRAFT_OPENED);
            if (before != null) {
                delta.copyStanding(before, writer);
            }
            delta.copyChanged(writer);
            writer.end(nextSequence);
        }
        reached(SnapshotStep.DRAFT_SYNCED);
        Files.move(draft, folder.snapshotBefore(nextSequence), StandardCopyOption.ATOMIC_MOVE);
        reached(SnapshotStep.RENAMED);
        folder.sync();
        reached(SnapshotStep.RENAMING_SYNCED);
        for (Path covered : folder.leftovers()) {
            Files.delete(covered);
            reached(SnapshotStep.FILE_DELETED);
        }
    }

    private void reached(SnapshotStep step) throws IOException {
        synchronized (monitor) {
            if (isClosing) {
                throw new InterruptedIOException("closing");
            }
        }
        settings.steps().reached(step);
    }

    private void work() {
        while (awaitOccasion()) {
            try {
                boolean isMore = true;
                while (isMore) {
                    isMore = fold();
                }
            } catch (InterruptedIOException _) {
                log.debug("a snapshot was given up, the next start begins it anew");
            } catch (IOException | RuntimeException e) {
                log.error("no snapshot made; the journal is kept as it is", e);
                deleteDrafts();
            }
        }
    }

    /** The disk may be full of them. */
    private void deleteDrafts() {
        try {
            for (Path draft : folder.drafts()) {
                Files.delete(draft);
            }
        } catch (IOException e) {
            log.error("what was written of the snapshot is still there", e);
        }
    }

    private boolean awaitOccasion() {
        synchronized (monitor) {
            while (!isAwake && !isClosing) {
                try {
                    monitor.wait();
                } catch (InterruptedException _) {
                    return false;
                }
            }
            isAwake = false;
            return !isClosing;
        }
    }
}
