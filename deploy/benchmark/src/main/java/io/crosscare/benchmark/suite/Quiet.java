package io.crosscare.benchmark.suite;

import io.crosscare.benchmark.measure.ProcessorUse;
import java.io.IOException;
import java.time.Duration;

/**
 * Waits until a suite has done what was left to do, so that the work is counted where it arose: it uses hardly more of the
 * processors than at rest, and has published every entry. The first alone does not tell, for a suite that others starve looks
 * idle.
 */
public final class Quiet {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LOOKS_NEEDED = 2;

    private final Meter meter;
    private final ServiceMetrics metrics;

    public Quiet(Meter meter, ServiceMetrics metrics) {
        this.meter = meter;
        this.metrics = metrics;
    }

    /**
     * Waits, but not for ever.
     *
     * @param processorsMax that the suite keeps busy when it is at rest
     * @param published entries that settlement-service will have published
     * @return whether it came to rest
     */
    public boolean await(double processorsMax, long published) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int quietLooks = 0;
        Meter.Snapshot before = meter.read();
        while (System.nanoTime() < deadline) {
            Thread.sleep(LOOK_EVERY);
            Meter.Snapshot after = meter.read();
            boolean isQuiet = Meter.between(before, after).processors(meter.suite()) <= processorsMax;
            quietLooks = isQuiet ? quietLooks + 1 : 0;
            if (quietLooks >= LOOKS_NEEDED && metrics.publishedEntries() >= published) {
                return true;
            }
            before = after;
        }
        return false;
    }

    /** What the processes use at rest. */
    public ProcessorUse rest(Duration duration) throws IOException, InterruptedException {
        Meter.Snapshot before = meter.read();
        Thread.sleep(duration);
        return Meter.between(before, meter.read());
    }
}
