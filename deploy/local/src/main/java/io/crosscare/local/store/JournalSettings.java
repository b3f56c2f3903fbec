package io.crosscare.local.store;

/**
 * How a journal is kept.
 *
 * @param segmentLength bytes after which a segment is closed and the next one begun
 * @param steps told how far a snapshot has come
 */
record JournalSettings(JournalFile.Sync sync, long segmentLength, SnapshotStep.Listener steps) {

    static final JournalSettings DURABLE = with(JournalFile.Sync.DISK);

    static JournalSettings with(JournalFile.Sync sync) {
        return new JournalSettings(sync, 64L << 20, _ -> {});
    }
}
