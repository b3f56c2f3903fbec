package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.load.Progress;
import io.crosscare.benchmark.settle.SickNeighbourFindings.Episode;
import io.crosscare.benchmark.suite.SuiteProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes one neighbour after the other sick and well again, when its phase begins and ends. */
final class Sicknesses implements AutoCloseable {

    /** The supervisor waits before it starts again what has ended, and a service takes some seconds to be ready. */
    private static final Duration SUCCESSOR_PATIENCE = Duration.ofMinutes(2);

    private final SickNeighbourSettings settings;
    private final SuiteUnderLoad suite;
    private final Progress progress;
    private final long firstNanos;
    private final List<SuiteProcess> touched = new ArrayList<>();

    /**
     * None has begun.
     *
     * @param firstNanos when the run begins, on the clock of {@link System#nanoTime()}
     */
    Sicknesses(SickNeighbourSettings settings, SuiteUnderLoad suite, Progress progress, long firstNanos) {
        this.settings = settings;
        this.suite = suite;
        this.progress = progress;
        this.firstNanos = firstNanos;
    }

    /** All of them, in the order of the run; returns when the last one is over. */
    List<Episode> run() throws IOException, InterruptedException {
        List<Episode> episodes = new ArrayList<>();
        for (Phase phase : settings.phases()) {
            sleepUntil(phase.fromSecond());
            progress.note(phase.zh(), phase.en());
            if (phase instanceof Phase.Sick sick) {
                episodes.add(settings.isDown() ? killed(sick) : suspended(sick));
            }
        }
        return episodes;
    }

    private Episode suspended(Phase.Sick sick) throws IOException, InterruptedException {
        SuiteProcess process = processOf(sick);
        process.suspend();
        sleepUntil(sick.untilSecond());
        double oldestCopy = suite.metrics().oldestCopySeconds();
        process.goOn();
        return new Episode(sick.neighbour(), System.nanoTime() - firstNanos, oldestCopy);
    }

    /** It is back when its successor answers, which may be before or after the end of the phase. */
    private Episode killed(Phase.Sick sick) throws IOException, InterruptedException {
        SuiteProcess process = processOf(sick);
        process.kill();
        boolean isBack = process.awaitSuccessor(SUCCESSOR_PATIENCE);
        @Nullable Long back = isBack ? System.nanoTime() - firstNanos : null;
        sleepUntil(sick.untilSecond());
        return new Episode(sick.neighbour(), back, suite.metrics().oldestCopySeconds());
    }

    private SuiteProcess processOf(Phase.Sick sick) {
        SuiteProcess process = SuiteProcess.of(suite.suite(), sick.neighbour().process());
        touched.add(process);
        return process;
    }

    private void sleepUntil(int second) throws InterruptedException {
        long left = firstNanos + TimeUnit.SECONDS.toNanos(second) - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    /** Whatever is still suspended goes on. */
    @Override
    public void close() throws IOException {
        for (SuiteProcess process : touched) {
            process.close();
        }
    }
}
