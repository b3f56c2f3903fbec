package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.http.HttpClient;
import io.crosscare.benchmark.load.Callers;
import io.crosscare.benchmark.load.ClosedLoop;
import io.crosscare.benchmark.load.ErrorCounts;
import io.crosscare.benchmark.load.Job;
import io.crosscare.benchmark.load.OpenLoop;
import io.crosscare.benchmark.load.People;
import io.crosscare.benchmark.load.Progress;
import io.crosscare.benchmark.load.Unexpected;
import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.measure.ProcessorUse;
import io.crosscare.benchmark.measure.Schedule;
import io.crosscare.benchmark.settle.Entrance.Through;
import io.crosscare.benchmark.settle.Settings.Case;
import io.crosscare.benchmark.settle.Settings.Load.AtRate;
import io.crosscare.benchmark.settle.Settings.Load.Saturated;
import io.crosscare.benchmark.settle.Settings.Mode;
import io.crosscare.benchmark.suite.Meter;
import io.crosscare.benchmark.suite.Quiet;
import io.crosscare.benchmark.suite.RunningSuite;
import io.crosscare.benchmark.suite.ServiceMetrics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One run from the first person to the verdict: prepare, warm up, rest, then rounds in which every case has its turn, so that
 * what the machine does meanwhile meets all of them alike.
 */
final class Campaign implements AutoCloseable {

    private static final int PREPARING_IN_FLIGHT = 16;
    private static final int REQUESTS_OF_PREPARED = 3;
    private static final int REQUESTS_OF_FLOW = 4;
    private static final int CALIBRATION = 300;
    private static final double RATE_UNKNOWN = 50;
    private static final int ENTRIES_COPIED = 64;
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration LEAD = Duration.ofMillis(100);

    /** Above what it uses at rest, in processors: below this the suite has nothing left to do. */
    private static final double BUSY_FROM = 0.10;

    private static final double REST_MAX = 0.35;

    private final Settings settings;
    private final RunningSuite suite;
    private final Progress progress;
    private final String run;
    private final Clock clock;
    private final HttpClient gateway;
    private final Map<Through, Entrance> entrances = new EnumMap<>(Through.class);
    private final Callers callers;
    private final Meter meter;
    private final ServiceMetrics metrics;
    private final Quiet quiet;
    private final StoreScans scans;
    private final ErrorCounts errors = new ErrorCounts();
    private final Ledger ledger = new Ledger();
    private final Map<Case, Double> rates = new LinkedHashMap<>();

    /** Entries that were published before the first settlement of this run, or are soon. */
    private long publishedBefore;

    /** How often the suite did not come to rest when it should have. */
    private int restless;

    Campaign(Settings settings, RunningSuite suite, Progress progress, String run, Clock clock) throws IOException {
        this.settings = settings;
        this.suite = suite;
        this.progress = progress;
        this.run = run;
        this.clock = clock;
        this.gateway = new HttpClient(suite.gateway());
        this.callers = new Callers(suite.data(), suite.keys(), clock);
        this.meter = new Meter(suite.pids());
        this.metrics = new ServiceMetrics(suite);
        this.quiet = new Quiet(meter, metrics);
        this.scans = new StoreScans(suite.documents());
        entrances.put(Through.GATEWAY, new Entrance(Through.GATEWAY, gateway, callers::hospital));
        entrances.put(
                Through.DIRECT,
                new Entrance(Through.DIRECT, new HttpClient(suite.settlement()), callers::hospitalInside));
    }

    Findings run() throws IOException, InterruptedException, ExecutionException, Unexpected {
        Findings.Setting setting = new Findings.Setting(
                clock.instant().toString(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                suite.isForLoad());
        People people = new People(gateway, callers, run, progress);
        List<String> hospitals = people.hospitals();
        publishedBefore = metrics.publishedEntries() + settings.persons();
        List<String> persons = people.persons(settings.persons(), settings.seed() ^ run.hashCode(), errors);
        if (persons.isEmpty() || hospitals.isEmpty()) {
            throw new Unexpected("没有参保人或医院 no persons or no hospitals: " + errors.byLabel());
        }
        Visits visits = new Visits(run, persons, hospitals, settings.lines(), settings.seed());
        Jobs jobs = new Jobs(visits, errors, progress);
        long warmUpRequests = warmUp(jobs);
        calibrate(jobs);
        ProcessorUse rest = rest();
        Map<String, Double> pausesBefore = metrics.pauseSeconds();
        StoreScans.Counts scansBefore = scans.read();
        long roundsFrom = System.nanoTime();
        Rounds rounds = rounds(jobs, rest);
        double roundsSeconds = (System.nanoTime() - roundsFrom) / 1e9;
        Verdict.Check unscanned = StoreScans.check(scansBefore, scans.read());
        Map<String, Double> pauses = new LinkedHashMap<>();
        metrics.pauseSeconds()
                .forEach((name, after) ->
                        pauses.put(name, (after - pausesBefore.getOrDefault(name, 0.0)) / roundsSeconds));
        Verdict verdict = new Examination(gateway, callers, ledger, progress)
                .examine(errors, persons.subList(0, Math.min(settings.checked(), persons.size())), run)
                .with(unscanned);
        return new Findings(
                settings,
                setting,
                meter.suite(),
                rounds.measurements(),
                rounds.raw(),
                rounds.entryBytes(),
                rest,
                restless,
                warmUpRequests,
                meter.residentMib(),
                pauses,
                errors.byLabel(),
                verdict);
    }

    private record Rounds(
            SequencedMap<Case, List<Measurement>> measurements,
            SequencedMap<Integer, List<RawInserts.Result>> raw,
            long entryBytes) {}

    /** The requests made. Warms every step that is measured, through the gateway. */
    private long warmUp(Jobs jobs) throws InterruptedException {
        boolean isFlow = settings.mode() == Mode.FLOW;
        int perVisit = isFlow ? REQUESTS_OF_FLOW : REQUESTS_OF_PREPARED;
        int count = Math.ceilDiv(settings.warmUp(), perVisit);
        progress.phase("预热（就诊）", "warming up, visits", count);
        Doors doors = doors(Through.GATEWAY);
        Job job = isFlow ? jobs.flow(doors, new StepTimes(Set.of(), count)) : jobs.settleAtOnce(doors);
        double seconds = new ClosedLoop(PREPARING_IN_FLIGHT).run(count, job);
        settings.cases().forEach(measured -> rates.put(measured, count == 0 ? RATE_UNKNOWN : count / seconds));
        return (long) count * perVisit;
    }

    /** A short run of each saturated case, so that it is known how many visits a measurement needs. */
    private void calibrate(Jobs jobs) throws IOException, InterruptedException {
        for (Case measured : settings.cases()) {
            if (measured.load() instanceof Saturated) {
                rates.put(measured, measure(measured, jobs, CALIBRATION, 0).perSecond());
            }
        }
    }

    private ProcessorUse rest() throws IOException, InterruptedException {
        progress.phase("等待系统安静", "waiting until the suite is at rest", 0);
        awaitQuiet(REST_MAX);
        return quiet.rest(REST);
    }

    private Rounds rounds(Jobs jobs, ProcessorUse rest) throws IOException, InterruptedException, ExecutionException {
        SequencedMap<Case, List<Measurement>> measurements = new LinkedHashMap<>();
        SequencedMap<Integer, List<RawInserts.Result>> raw = new LinkedHashMap<>();
        double quietBelow = rest.processors(meter.suite()) + BUSY_FROM;
        try (RawInserts inserts = rawInserts()) {
            for (int round = 1; round <= settings.rounds(); round++) {
                for (Case measured : settings.cases()) {
                    progress.note(
                            "第 %d 轮 %s".formatted(round, measured.load().zh()),
                            "round %d of %d, %s, %s"
                                    .formatted(
                                            round,
                                            settings.rounds(),
                                            measured.load().en(),
                                            measured.through().en()));
                    Measurement found = measure(measured, jobs, countOf(measured), quietBelow);
                    rates.put(measured, found.perSecond());
                    measurements
                            .computeIfAbsent(measured, _ -> new ArrayList<>())
                            .add(found);
                }
                if (inserts != null) {
                    insertRaw(inserts, raw, quietBelow);
                }
            }
            return new Rounds(measurements, raw, inserts == null ? 0 : inserts.bytesPerEntry());
        }
    }

    private void insertRaw(RawInserts inserts, SequencedMap<Integer, List<RawInserts.Result>> raw, double quietBelow)
            throws IOException, InterruptedException, ExecutionException {
        for (int inFlight : inFlights()) {
            progress.phase("直接写入同样的记录", "raw inserts, %d in flight".formatted(inFlight), 0);
            raw.computeIfAbsent(inFlight, _ -> new ArrayList<>()).add(inserts.run(inFlight, settings.rawSeconds()));
            awaitQuiet(quietBelow);
        }
    }

    private @Nullable RawInserts rawInserts() throws IOException, InterruptedException, ExecutionException {
        if (settings.mode() == Mode.FLOW
                || settings.rawSeconds() == 0
                || inFlights().isEmpty()) {
            return null;
        }
        int most = inFlights().stream().mapToInt(Integer::intValue).max().orElseThrow();
        RawInserts inserts = new RawInserts(suite.documents(), ledger.sample(ENTRIES_COPIED), most, meter);
        progress.phase("预热直接写入", "warming up raw inserts", 0);
        inserts.run(most, settings.rawSeconds());
        return inserts;
    }

    private List<Integer> inFlights() {
        return settings.loads().stream()
                .filter(Saturated.class::isInstance)
                .map(load -> ((Saturated) load).inFlight())
                .toList();
    }

    private int countOf(Case measured) {
        return switch (measured.load()) {
            case AtRate(int perSecond) -> Math.multiplyExact(perSecond, settings.seconds());
            case Saturated _ ->
                (int) Math.max(CALIBRATION, rates.getOrDefault(measured, RATE_UNKNOWN) * settings.seconds());
        };
    }

    /**
     * One measurement.
     *
     * @param quietBelow processors the suite keeps busy when it has nothing left to do; 0 to not wait for that
     */
    private Measurement measure(Case measured, Jobs jobs, int count, double quietBelow)
            throws IOException, InterruptedException {
        long errorsBefore = errors.total();
        StepTimes times = new StepTimes(settings.mode().steps(), count);
        Doors doors = doors(measured.through());
        Job job = settings.mode() == Mode.SETTLE
                ? jobs.settle(doors, prepare(jobs, count), times)
                : jobs.flow(doors, times);
        if (quietBelow > 0) {
            awaitQuiet(quietBelow);
        }
        progress.phase(
                "测量 " + measured.load().zh(), "measuring " + measured.load().en(), count);
        Meter.Snapshot before = meter.read();
        Timed timed = switch (measured.load()) {
            case AtRate(int perSecond) -> atRate(job, perSecond, count);
            case Saturated(int inFlight) -> new Timed(new ClosedLoop(inFlight).run(count, job), null);
        };
        if (quietBelow > 0) {
            awaitQuiet(quietBelow);
        }
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

    /** Until everything that was answered is published, too. */
    private void awaitQuiet(double processorsMax) throws IOException, InterruptedException {
        if (!quiet.await(processorsMax, publishedBefore + ledger.answers())) {
            restless++;
            progress.note("系统一直在忙", "the suite did not come to rest");
        }
    }

    private record Timed(double seconds, @Nullable Latencies late) {}

    private Timed atRate(Job job, int perSecond, int count) {
        Schedule schedule = new Schedule(System.nanoTime() + LEAD.toNanos(), perSecond, count);
        Latencies late;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            late = new OpenLoop(threads)
                    .run(schedule, job, () -> errors.count("同时进行过多，未发出 not sent, too many in flight"));
        }
        long end = Math.max(System.nanoTime(), schedule.dueNanos(count));
        return new Timed((end - schedule.firstNanos()) / 1e9, late);
    }

    private List<Visits.Prepared> prepare(Jobs jobs, int count) throws InterruptedException {
        progress.phase("准备就诊", "preparing visits", count);
        AtomicReferenceArray<Visits.Prepared> places = new AtomicReferenceArray<>(count);
        new ClosedLoop(PREPARING_IN_FLIGHT).run(count, jobs.prepare(doors(Through.GATEWAY), places));
        return IntStream.range(0, count)
                .mapToObj(places::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private Doors doors(Through through) {
        Entrance entrance = entrances.get(through);
        if (entrance == null) {
            throw new IllegalArgumentException("no way " + through);
        }
        return new Doors(entrance, ledger);
    }

    @Override
    public void close() throws IOException {
        for (Entrance entrance : entrances.values()) {
            entrance.http().close();
        }
        scans.close();
    }
}
