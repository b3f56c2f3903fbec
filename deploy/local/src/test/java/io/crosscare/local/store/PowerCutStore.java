package io.crosscare.local.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A store process for the power cut test. Arguments: data folder, and whether it syncs; one that does also makes snapshots
 * after every few writes, so that the cut meets one.
 */
public final class PowerCutStore {

    private static final long SEGMENT_LENGTH = 32 << 10;

    private PowerCutStore() {}

    public static void main(String[] arguments) throws IOException {
        JournalSettings settings = Boolean.parseBoolean(arguments[1])
                ? new JournalSettings(JournalFile.Sync.DISK, SEGMENT_LENGTH, _ -> {})
                : JournalSettings.with((_, _) -> {});
        DocumentStore store = DocumentStore.start(Path.of(arguments[0]), 0, settings);
        System.out.println("ready at " + store.uri());
        store.end().toCompletableFuture().join();
    }
}
