package io.crosscare.local.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/**
 * A document store for one machine, to be reached by any MongoDB driver on 127.0.0.1. Every reply it gives, to a write, a read
 * or a failed command, shows only what survives a power cut. Has no users, no replicas and no transactions.
 */
public final class DocumentStore implements AutoCloseable {

    private final JournalFolder folder;
    private final SnapshotKeeper snapshots;
    private final GroupCommit commit;
    private final DurableBackend backend;
    private final StoreServer server;
    private final int port;

    private DocumentStore(
            JournalFolder folder,
            SnapshotKeeper snapshots,
            GroupCommit commit,
            DurableBackend backend,
            StoreServer server,
            int port) {
        this.folder = folder;
        this.snapshots = snapshots;
        this.commit = commit;
        this.backend = backend;
        this.server = server;
        this.port = port;
    }

    /**
     * Brings back what the folder holds, makes it where it is missing, and listens on the port, or on any free one when that
     * is 0. Refuses a folder that another store uses and, with {@link StoreDamagedException}, a journal that was damaged.
     */
    public static DocumentStore start(Path folder, int port) throws IOException {
        return start(folder, port, JournalSettings.DURABLE);
    }

    static DocumentStore start(Path path, int port, JournalSettings settings) throws IOException {
        JournalFolder folder = JournalFolder.lock(path);
        try {
            JournalReader reader = new JournalReader(folder);
            JournalImage image = reader.read();
            SnapshotKeeper snapshots = new SnapshotKeeper(folder, settings);
            JournalFile file = new JournalFile(folder, reader.nextSequence(), settings, snapshots::segmentClosed);
            return serve(folder, image, file, snapshots, port);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static DocumentStore serve(
            JournalFolder folder, JournalImage image, JournalFile file, SnapshotKeeper snapshots, int port)
            throws IOException {
        GroupCommit commit = new GroupCommit(file);
        CommandEffects effects = new CommandEffects(commit);
        DurableBackend backend = new DurableBackend(image, effects);
        StoreServer server = new StoreServer(backend, effects, commit);
        commit.end().exceptionally(_ -> {
            server.close();
            return null;
        });
        try {
            DocumentStore store = new DocumentStore(folder, snapshots, commit, backend, server, server.listen(port));
            snapshots.start();
            return store;
        } catch (IOException e) {
            server.close();
            commit.close();
            throw e;
        }
    }

    /** The connection string for drivers. */
    public String uri() {
        return "mongodb://%s:%d/".formatted(StoreServer.LOOPBACK, port);
    }

    public int port() {
        return port;
    }

    /** How many queries that had a condition found no index to serve them since the start. */
    public long fullScans() {
        return backend.fullScans();
    }

    /** Completes when the store has been closed, exceptionally when its journal could not be written; it then answers no more. */
    public CompletionStage<Void> end() {
        return commit.end();
    }

    /** Closes all connections, syncs the journal and gives the folder back. */
    @Override
    public void close() throws IOException {
        server.close();
        snapshots.close();
        commit.close();
        folder.close();
    }
}
