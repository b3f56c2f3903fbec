package io.crosscare.benchmark.suite;

import io.crosscare.benchmark.measure.ProcessorUse;
import java.io.IOException;
import java.time.Duration;

/** Waits until a suite has done what was left to do, such as publishing events, so that the work is counted where it arose. */
public final class Quiet {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LOOKS_NEEDED = 2;

    private final Meter meter;

    public Quiet(Meter meter) {
        this.meter = meter;
    }

    /** Whether the suite came to keep no more than so many processors busy, before patience ended. */
    public boolean await(double processorsMax) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int quietLooks = 0;
        Meter.Snapshot before = meter.read();
        while (System.nanoTime() < deadline) {
            Thread.sleep(LOOK_EVERY);
            Meter.Snapshot after = meter.read();
            boolean isQuiet = Meter.between(before, after).processors(meter.suite()) <= processorsMax;
            quietLooks = isQuiet ? quietLooks + 1 : 0;
            if (quietLooks == LOOKS_NEEDED) {
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
