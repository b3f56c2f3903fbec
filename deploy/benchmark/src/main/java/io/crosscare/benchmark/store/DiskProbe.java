package io.crosscare.benchmark.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** How fast the disk itself is: no store can acknowledge one insert at a time faster than this. */
final class DiskProbe {

    private static final int WRITE_BYTES = 1_100;

    private DiskProbe() {}

    /** Appends to a file, each synced before the next, in the folder, per second. */
    static double syncsPerSecond(Path folder, Duration duration) throws IOException {
        Path file = Files.createTempFile(folder, "probe", ".tmp");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long start = System.nanoTime();
            long syncs = 0;
            while (System.nanoTime() - start < duration.toNanos()) {
                channel.write(ByteBuffer.allocate(WRITE_BYTES));
                channel.force(false);
                syncs++;
            }
            return syncs * 1e9 / (System.nanoTime() - start);
        } finally {
            Files.delete(file);
        }
    }
}
