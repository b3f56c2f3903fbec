package io.crosscare.local.suite;

import java.util.concurrent.CompletableFuture;

/** A running or ended process of the suite, as the one who watches or stops it sees it. */
interface ChildProcess {

    ProcessId id();

    boolean isAlive();

    /** Completes when it has ended. */
    CompletableFuture<?> end();

    /** How it ended, for people; only asked when it has. */
    String ending();

    /** Asks it to end. */
    void stop();

    /** Ends it at once. */
    void kill();

    /** A process that another one started, and that may be stopped because a state file names it as ours. */
    record Adopted(ProcessHandle handle, ProcessId id) implements ChildProcess {

        @Override
        public boolean isAlive() {
            return handle.isAlive();
        }

        @Override
        public CompletableFuture<?> end() {
            return handle.onExit();
        }

        @Override
        public String ending() {
            return "ended";
        }

        @Override
        public void stop() {
            handle.destroy();
        }

        @Override
        public void kill() {
            handle.destroyForcibly();
        }
    }
}
