package io.crosscare.local.store;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A store process that is made to be killed: it notes, in memory mapped from a file that outlives it, how much of its first
 * segment is synced. Arguments: data folder, file of the note, and when replies may leave.
 */
final class CrashingStore {

    /** Long enough that replies which do not wait for the disk are seen before their state is synced. */
    private static final long SYNC_MILLIS = 5;

    /** Longer than any machine keeps writers waiting, so that the last writes before a kill are surely not synced. */
    private static final long LATE_SYNC_MILLIS = 250;

    /** When replies may leave: as they should, or, so that the crash test is seen to find it, before the sync. */
    enum Replies {
        AFTER_SYNC,
        BEFORE_SYNC
    }

    private CrashingStore() {}

    public static void main(String[] arguments) throws IOException {
        MappedByteBuffer note;
        try (FileChannel file = FileChannel.open(
                Path.of(arguments[1]), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            note = file.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
        }
        DocumentStore store = DocumentStore.start(
                Path.of(arguments[0]),
                0,
                JournalSettings.with(
                        switch (Replies.valueOf(arguments[2])) {
                            case AFTER_SYNC -> slow(SYNC_MILLIS, note);
                            case BEFORE_SYNC -> inBackground(slow(LATE_SYNC_MILLIS, note));
                        }));
        System.out.println("ready at " + store.uri());
        store.end().toCompletableFuture().join();
    }

    private static JournalFile.Sync slow(long millis, MappedByteBuffer note) {
        return (channel, _) -> {
            long written = channel.position();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
            channel.force(false);
            note.putLong(0, written);
        };
    }

    private static JournalFile.Sync inBackground(JournalFile.Sync sync) {
        ExecutorService background = Executors.newSingleThreadExecutor();
        return (channel, file) -> background.execute(() -> {
            try {
                sync.force(channel, file);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
