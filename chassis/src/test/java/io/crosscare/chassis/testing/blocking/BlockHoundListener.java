package io.crosscare.chassis.testing.blocking;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;
import reactor.blockhound.BlockingOperationError;

/**
 * Installs BlockHound before the first test of every module that has the chassis' test support: a call that blocks an event
 * loop then fails with {@link BlockingOperationError}. Registered for the JUnit launcher, so that no test can forget it.
 */
public final class BlockHoundListener implements LauncherSessionListener {

    private static final Logger LOG = LoggerFactory.getLogger(BlockHoundListener.class);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        BlockHound.install(builder -> builder.blockingMethodCallback(BlockHoundListener::tell)
                // Mutual exclusion is short; what waits for others, a condition, a latch, a future, is still found.
                .allowBlockingCallsInside("java.util.concurrent.locks.ReentrantLock", "lock")
                .allowBlockingCallsInside("java.util.concurrent.locks.ReentrantLock", "lockInterruptibly")
                .allowBlockingCallsInside("java.util.concurrent.locks.ReentrantReadWriteLock$ReadLock", "lock")
                .allowBlockingCallsInside("java.util.concurrent.locks.ReentrantReadWriteLock$WriteLock", "lock")
                .allowBlockingCallsInside("java.util.concurrent.locks.StampedLock", "writeLock")
                .allowBlockingCallsInside("java.util.concurrent.locks.StampedLock", "readLock")
                // Once in the life of a process.
                .allowBlockingCallsInside("com.github.luben.zstd.util.Native", "load")
                // The kernel's random numbers never wait once the machine has started.
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                // The embedded document store runs in the JVM of the tests; its commands wait for a lock and the disk.
                .nonBlockingThreadPredicate(isNonBlocking ->
                        isNonBlocking.and(thread -> !thread.getName().startsWith("store-"))));
    }

    /** Says it before it throws: an error on a foreign thread may be swallowed, and the test then only waits. */
    private static void tell(BlockingMethod method) {
        BlockingOperationError error = new BlockingOperationError(method);
        LOG.error("blocked {}", Thread.currentThread().getName(), error);
        throw error;
    }
}
