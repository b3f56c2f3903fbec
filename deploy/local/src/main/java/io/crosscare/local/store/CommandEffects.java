package io.crosscare.local.store;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Collects what the running command changes and hands it to the group commit when the command ends. Owns the lock that
 * orders commands: many that only read, or one that may write. Whoever holds it sees a state between two commands.
 */
final class CommandEffects {

    private static final int KEPT_BUFFER_BYTES_MAX = 4 << 20;

    private final GroupCommit commit;
    /** Fair, so that a stream of readers does not starve a writer. */
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    private ByteBuf effects = Unpooled.buffer();

    CommandEffects(GroupCommit commit) {
        this.commit = commit;
    }

    Lock forReading() {
        return lock.readLock();
    }

    Lock forWriting() {
        return lock.writeLock();
    }

    /** Notes one effect of the running command; when it cannot be noted, nothing of it is. */
    void add(Effect effect) {
        if (!lock.isWriteLockedByCurrentThread()) {
            throw new IllegalStateException("a command taken for a reading one tried to write");
        }
        effects.markWriterIndex();
        try {
            effect.writeTo(effects);
        } catch (RuntimeException e) {
            effects.resetWriterIndex();
            throw e;
        }
    }

    /** Ends the running command and says which position shows all it has done or seen. Harmless when repeated. */
    long seal() {
        if (effects.isReadable()) {
            commit.add(effects);
            if (effects.capacity() > KEPT_BUFFER_BYTES_MAX) {
                effects = Unpooled.buffer();
            } else {
                effects.clear();
            }
        }
        return commit.position();
    }
}
