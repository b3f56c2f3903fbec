package io.crosscare.local.store;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes the effects of many commands durable with one sync. While one frame is being synced the next one fills; its thread
 * then takes that, and whoever waits for a position learns when the journal is synced up to it. When the journal cannot be
 * written, nothing is accepted or released any more.
 */
final class GroupCommit implements AutoCloseable {

    /** A writer that meets this much unsynced data waits for the disk. */
    private static final int UNSYNCED_BYTES_MAX = 64 << 20;

    /** A buffer that one big command has blown up is not kept. */
    private static final int KEPT_BUFFER_BYTES_MAX = 4 << 20;

    private final JournalFile file;
    private final CompletableFuture<Void> end;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Waiter> waiters = new ArrayDeque<>();
    private ByteBuf filling = newFrame();
    private ByteBuf spare = newFrame();
    private long position;
    private long syncedPosition;
    private boolean refusing;

    /** Something to be told once: either that its position is synced, or that nobody will ever know. */
    interface Listener {

        void synced();

        void abandoned();
    }

    private record Waiter(long position, Listener listener) {}

    GroupCommit(JournalFile file) {
        this.file = file;
        this.end = CompletableFuture.runAsync(
                this::syncUntilClosed,
                task -> Thread.ofPlatform().daemon().name("journal-sync").start(task));
    }

    /** Takes the effects of one command, which become durable all or none. */
    void add(ByteBuf effects) {
        lock.lock();
        try {
            while (filling.readableBytes() > UNSYNCED_BYTES_MAX && !refusing) {
                changed.awaitUninterruptibly();
            }
            if (refusing) {
                throw new IllegalStateException("the document store has stopped");
            }
            position += effects.readableBytes();
            filling.writeBytes(effects);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The end of what has been added: a reply that may show all of it leaves when this position is synced. */
    long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** Whether everything up to this position is on disk. */
    boolean isSynced(long position) {
        lock.lock();
        try {
            return position <= syncedPosition && !refusing;
        } finally {
            lock.unlock();
        }
    }

    /** Tells the listener, on this thread or another one, when everything up to the position is on disk. */
    void whenSynced(long position, Listener listener) {
        boolean isSynced;
        lock.lock();
        try {
            isSynced = isSynced(position);
            if (!isSynced && !refusing) {
                waiters.add(new Waiter(position, listener));
                return;
            }
        } finally {
            lock.unlock();
        }
        if (isSynced) {
            listener.synced();
        } else {
            listener.abandoned();
        }
    }

    /** Completes when closed, exceptionally when the journal could not be written. */
    CompletionStage<Void> end() {
        return end;
    }

    /** Syncs what has been added, then stops. Harmless when repeated. */
    @Override
    public void close() throws IOException {
        refuse();
        end.exceptionally(_ -> null).join();
        releaseBuffers();
        file.close();
    }

    private void releaseBuffers() {
        lock.lock();
        try {
            if (filling.refCnt() > 0) {
                filling.release();
                spare.release();
            }
        } finally {
            lock.unlock();
        }
    }

    private void syncUntilClosed() {
        try {
            while (awaitEffects()) {
                syncOneFrame();
            }
        } catch (IOException e) {
            throw new CompletionException(e);
        } finally {
            abandonWaiters();
        }
    }

    private boolean awaitEffects() {
        lock.lock();
        try {
            while (isEmpty(filling) && !refusing) {
                changed.awaitUninterruptibly();
            }
            return !isEmpty(filling);
        } finally {
            lock.unlock();
        }
    }

    private void syncOneFrame() throws IOException {
        ByteBuf frame;
        long framePosition;
        lock.lock();
        try {
            frame = filling;
            framePosition = position;
            filling = spare;
            spare = frame;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        file.append(frame);
        spare = emptied(frame);
        releaseUpTo(framePosition).forEach(waiter -> waiter.listener().synced());
    }

    private List<Waiter> releaseUpTo(long position) {
        List<Waiter> released = new ArrayList<>();
        lock.lock();
        try {
            syncedPosition = position;
            while (!waiters.isEmpty() && waiters.element().position() <= position) {
                released.add(waiters.remove());
            }
        } finally {
            lock.unlock();
        }
        return released;
    }

    private void abandonWaiters() {
        refuse();
        lock.lock();
        try {
            waiters.forEach(waiter -> waiter.listener().abandoned());
            waiters.clear();
        } finally {
            lock.unlock();
        }
    }

    private void refuse() {
        lock.lock();
        try {
            refusing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static boolean isEmpty(ByteBuf frame) {
        return frame.readableBytes() == Frame.HEADER_LENGTH;
    }

    private static ByteBuf newFrame() {
        ByteBuf frame = Unpooled.directBuffer();
        Frame.begin(frame);
        return frame;
    }

    private static ByteBuf emptied(ByteBuf frame) {
        if (frame.capacity() > KEPT_BUFFER_BYTES_MAX) {
            frame.release();
            return newFrame();
        }
        Frame.begin(frame);
        return frame;
    }
}
