package io.crosscare.local.store;

import java.io.IOException;

/** How far the making of a snapshot has come. A process may end at each of them and leaves a folder that opens. */
enum SnapshotStep {
    DRAFT_OPENED,
    FRAME_WRITTEN,
    DRAFT_SYNCED,
    RENAMED,
    RENAMING_SYNCED,
    FILE_DELETED;

    /** Told in the middle of the work; what it throws ends the work there. */
    @FunctionalInterface
    interface Listener {

        void reached(SnapshotStep step) throws IOException;
    }
}
