package io.crosscare.local.suite;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or a termination signal, turned into a question that the main thread asks: the JVM does not end before the main thread
 * has said that it is finished.
 */
final class StopRequest {

    private static final Duration FINISH_WITHIN = Duration.ofSeconds(60);

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    /** Listens to this process's signals from now on. */
    static StopRequest ofThisProcess() {
        StopRequest request = new StopRequest();
        Runtime.getRuntime().addShutdownHook(new Thread(request::requestAndAwaitFinish, "stop-request"));
        return request;
    }

    void request() {
        requested.countDown();
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Waits this long for a request; says whether there is one. */
    boolean await(Duration pause) {
        try {
            return requested.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The main thread has stopped what it started. */
    void finish() {
        finished.countDown();
    }

    private void requestAndAwaitFinish() {
        request();
        try {
            if (!finished.await(FINISH_WITHIN.toNanos(), TimeUnit.NANOSECONDS)) {
                System.err.println("停止超时 / stopping took too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
