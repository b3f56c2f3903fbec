package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.http.HttpClient;
import io.crosscare.benchmark.load.Callers;
import io.crosscare.benchmark.load.ClosedLoop;
import io.crosscare.benchmark.load.ErrorCounts;
import io.crosscare.benchmark.load.Job;
import io.crosscare.benchmark.load.OpenLoop;
import io.crosscare.benchmark.load.People;
import io.crosscare.benchmark.load.Progress;
import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.measure.ProcessorUse;
import io.crosscare.benchmark.measure.Schedule;
import io.crosscare.benchmark.settle.Entrance.Through;
import io.crosscare.benchmark.settle.Settings.Load;
import io.crosscare.benchmark.settle.Settings.Load.AtRate;
import io.crosscare.benchmark.settle.Settings.Load.Saturated;
import io.crosscare.benchmark.suite.Meter;
import io.crosscare.benchmark.suite.Quiet;
import io.crosscare.benchmark.suite.RunningSuite;
import io.crosscare.benchmark.suite.ServiceMetrics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A running suite with all that a run asks of it, measures on it and remembers of it. */
final class SuiteUnderLoad implements AutoCloseable {

    static final int PREPARING_IN_FLIGHT = 16;

    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LEAD = Duration.ofMillis(100);

    /** Above what it uses at rest, in processors: below this the suite has nothing left to do. */
    private static final double BUSY_FROM = 0.10;

    private static final double REST_MAX = 0.35;

    private final RunningSuite suite;
    private final Progress progress;
    private final HttpClient gateway;
    private final Callers callers;
    private final Meter meter;
    private final ServiceMetrics metrics;
    private final Quiet quiet;
    private final StoreScans scans;
    private final ErrorCounts errors = new ErrorCounts();
    private final Ledger ledger = new Ledger();

    /** Entries that were published before this run, and those of it that are no settlements. */
    private long publishedBeside;

    /** What it uses when nobody asks; null before that was measured. */
    private @Nullable ProcessorUse rest;

    /** How often it did not come to rest when it should have. */
    private int restless;

    SuiteUnderLoad(RunningSuite suite, Progress progress, Clock clock) throws IOException {
        this.suite = suite;
        this.progress = progress;
        this.gateway = new HttpClient(suite.gateway());
        this.callers = new Callers(suite.data(), suite.keys(), clock);
        this.meter = new Meter(suite.pids());
        this.metrics = new ServiceMetrics(suite);
        this.quiet = new Quiet(meter, metrics);
        this.scans = new StoreScans(suite.documents());
        this.publishedBeside = metrics.publishedEntries();
    }

    RunningSuite suite() {
        return suite;
    }

    HttpClient gateway() {
        return gateway;
    }

    Callers callers() {
        return callers;
    }

    Meter meter() {
        return meter;
    }

    ServiceMetrics metrics() {
        return metrics;
    }

    StoreScans scans() {
        return scans;
    }

    ErrorCounts errors() {
        return errors;
    }

    Ledger ledger() {
        return ledger;
    }

    int restless() {
        return restless;
    }

    People people(String run) {
        return new People(gateway, callers, run, progress);
    }

    /** Through the gateway. */
    Doors doors() {
        return doors(new Entrance(Through.GATEWAY, gateway, callers::hospital));
    }

    Doors doors(Entrance entrance) {
        return new Doors(entrance, ledger);
    }

    Jobs jobs(Visits visits) {
        return new Jobs(visits, errors, progress);
    }

    Examination examination() {
        return new Examination(gateway, callers, ledger, progress);
    }

    /** So many entries more will be published that are no settlements. */
    void expectPublished(long entries) {
        publishedBeside += entries;
    }

    /** So many visits, registered and with their fee lines. */
    List<Visits.Prepared> prepare(Jobs jobs, int count) throws InterruptedException {
        progress.phase("准备就诊", "preparing visits", count);
        AtomicReferenceArray<Visits.Prepared> places = new AtomicReferenceArray<>(count);
        new ClosedLoop(PREPARING_IN_FLIGHT).run(count, jobs.prepare(doors(), places));
        return IntStream.range(0, count)
                .mapToObj(places::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Waits until it is at rest and measures what it uses then. */
    ProcessorUse rest() throws IOException, InterruptedException {
        progress.phase("等待系统安静", "waiting until the suite is at rest", 0);
        awaitQuiet(REST_MAX);
        ProcessorUse resting = quiet.rest(REST);
        rest = resting;
        return resting;
    }

    /** Until everything that was answered is published, too. Does not wait before it is known what it uses at rest. */
    void awaitQuiet() throws IOException, InterruptedException {
        ProcessorUse resting = rest;
        if (resting != null) {
            awaitQuiet(resting.processors(meter.suite()) + BUSY_FROM);
        }
    }

    /** Waits until everything that was answered is published; whether it was in time. */
    boolean awaitPublished(Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (metrics.publishedEntries() < publishedBeside + ledger.answers()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return true;
    }

    private void awaitQuiet(double processorsMax) throws IOException, InterruptedException {
        if (!quiet.await(processorsMax, publishedBeside + ledger.answers())) {
            restless++;
            progress.note("系统一直在忙", "the suite did not come to rest");
        }
    }

    /** One measurement, begun and ended at rest, where it is known what that is. */
    Measurement measure(Load load, Job job, StepTimes times, int count) throws IOException, InterruptedException {
        long errorsBefore = errors.total();
        awaitQuiet();
        progress.phase("测量 " + load.zh(), "measuring " + load.en(), count);
        Meter.Snapshot before = meter.read();
        Timed timed = switch (load) {
            case AtRate(int perSecond) -> atRate(job, perSecond, count);
            case Saturated(int inFlight) -> new Timed(new ClosedLoop(inFlight).run(count, job), null);
        };
        awaitQuiet();
        ProcessorUse use = Meter.between(before, meter.read());
        Map<Step, Latencies> latencies = new EnumMap<>(Step.class);
        times.steps().forEach(step -> latencies.put(step, times.of(step)));
        return new Measurement(
                times.of(Step.SETTLE).count(),
                timed.seconds(),
                errors.total() - errorsBefore,
                latencies,
                timed.late(),
                use);
    }

    /**
     * How long it took.
     *
     * @param late how late jobs were handed out; null where none can be late
     */
    record Timed(double seconds, @Nullable Latencies late) {}

    /** So many jobs at a fixed rate, each begun when it is due. */
    Timed atRate(Job job, int perSecond, int count) {
        Schedule schedule = new Schedule(System.nanoTime() + LEAD.toNanos(), perSecond, count);
        Latencies late;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            late = new OpenLoop(threads)
                    .run(schedule, job, () -> errors.count("同时进行过多，未发出 not sent, too many in flight"));
        }
        long end = Math.max(System.nanoTime(), schedule.dueNanos(count));
        return new Timed((end - schedule.firstNanos()) / 1e9, late);
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        scans.close();
    }
}
