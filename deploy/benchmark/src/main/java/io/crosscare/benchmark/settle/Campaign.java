package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.http.HttpClient;
import io.crosscare.benchmark.load.ClosedLoop;
import io.crosscare.benchmark.load.Job;
import io.crosscare.benchmark.load.People;
import io.crosscare.benchmark.load.Progress;
import io.crosscare.benchmark.load.Unexpected;
import io.crosscare.benchmark.measure.ProcessorUse;
import io.crosscare.benchmark.settle.Entrance.Through;
import io.crosscare.benchmark.settle.Settings.Case;
import io.crosscare.benchmark.settle.Settings.Load.AtRate;
import io.crosscare.benchmark.settle.Settings.Load.Saturated;
import io.crosscare.benchmark.settle.Settings.Mode;
import io.crosscare.benchmark.suite.RunningSuite;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One run from the first person to the verdict: prepare, warm up, rest, then rounds in which every case has its turn, so that
 * what the machine does meanwhile meets all of them alike.
 */
final class Campaign implements AutoCloseable {

    private static final int REQUESTS_OF_PREPARED = 3;
    private static final int REQUESTS_OF_FLOW = 4;
    private static final int CALIBRATION = 300;
    private static final double RATE_UNKNOWN = 50;
    private static final int ENTRIES_COPIED = 64;

    private final Settings settings;
    private final SuiteUnderLoad suite;
    private final Progress progress;
    private final String run;
    private final Clock clock;
    private final Entrance direct;
    private final Map<Case, Double> rates = new LinkedHashMap<>();

    Campaign(Settings settings, RunningSuite suite, Progress progress, String run, Clock clock) throws IOException {
        this.settings = settings;
        this.suite = new SuiteUnderLoad(suite, progress, clock);
        this.progress = progress;
        this.run = run;
        this.clock = clock;
        this.direct =
                new Entrance(Through.DIRECT, new HttpClient(suite.settlement()), this.suite.callers()::hospitalInside);
    }

    Findings run() throws IOException, InterruptedException, ExecutionException, Unexpected {
        Findings.Setting setting = Findings.Setting.of(suite.suite(), clock);
        People people = suite.people(run);
        List<String> hospitals = people.hospitals();
        suite.expectPublished(settings.persons());
        List<String> persons = people.persons(settings.persons(), settings.seed() ^ run.hashCode(), suite.errors());
        if (persons.isEmpty() || hospitals.isEmpty()) {
            throw new Unexpected(
                    "没有参保人或医院 no persons or no hospitals: " + suite.errors().byLabel());
        }
        Jobs jobs = suite.jobs(new Visits(run, persons, hospitals, settings.lines(), settings.seed()));
        long warmUpRequests = warmUp(jobs);
        calibrate(jobs);
        ProcessorUse rest = suite.rest();
        Map<String, Double> pausesBefore = suite.metrics().pauseSeconds();
        StoreScans.Counts scansBefore = suite.scans().read();
        long roundsFrom = System.nanoTime();
        Rounds rounds = rounds(jobs);
        double roundsSeconds = (System.nanoTime() - roundsFrom) / 1e9;
        Verdict.Check unscanned = StoreScans.check(scansBefore, suite.scans().read());
        Map<String, Double> pauses = new LinkedHashMap<>();
        suite.metrics()
                .pauseSeconds()
                .forEach((name, after) ->
                        pauses.put(name, (after - pausesBefore.getOrDefault(name, 0.0)) / roundsSeconds));
        Verdict verdict = suite.examination()
                .examine(suite.errors(), persons.subList(0, Math.min(settings.checked(), persons.size())), run)
                .with(unscanned);
        return new Findings(
                settings,
                setting,
                suite.meter().suite(),
                rounds.measurements(),
                rounds.raw(),
                rounds.entryBytes(),
                rest,
                suite.restless(),
                warmUpRequests,
                suite.meter().residentMib(),
                pauses,
                suite.errors().byLabel(),
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
        double seconds = new ClosedLoop(SuiteUnderLoad.PREPARING_IN_FLIGHT).run(count, job);
        settings.cases().forEach(measured -> rates.put(measured, count == 0 ? RATE_UNKNOWN : count / seconds));
        return (long) count * perVisit;
    }

    /** A short run of each saturated case, so that it is known how many visits a measurement needs. */
    private void calibrate(Jobs jobs) throws IOException, InterruptedException {
        for (Case measured : settings.cases()) {
            if (measured.load() instanceof Saturated) {
                rates.put(measured, measure(measured, jobs, CALIBRATION).perSecond());
            }
        }
    }

    private Rounds rounds(Jobs jobs) throws IOException, InterruptedException, ExecutionException {
        SequencedMap<Case, List<Measurement>> measurements = new LinkedHashMap<>();
        SequencedMap<Integer, List<RawInserts.Result>> raw = new LinkedHashMap<>();
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
                    Measurement found = measure(measured, jobs, countOf(measured));
                    rates.put(measured, found.perSecond());
                    measurements
                            .computeIfAbsent(measured, _ -> new ArrayList<>())
                            .add(found);
                }
                if (inserts != null) {
                    insertRaw(inserts, raw);
                }
            }
            return new Rounds(measurements, raw, inserts == null ? 0 : inserts.bytesPerEntry());
        }
    }

    private void insertRaw(RawInserts inserts, SequencedMap<Integer, List<RawInserts.Result>> raw)
            throws IOException, InterruptedException, ExecutionException {
        for (int inFlight : inFlights()) {
            progress.phase("直接写入同样的记录", "raw inserts, %d in flight".formatted(inFlight), 0);
            raw.computeIfAbsent(inFlight, _ -> new ArrayList<>()).add(inserts.run(inFlight, settings.rawSeconds()));
            suite.awaitQuiet();
        }
    }

    private @Nullable RawInserts rawInserts() throws IOException, InterruptedException, ExecutionException {
        if (settings.mode() == Mode.FLOW
                || settings.rawSeconds() == 0
                || inFlights().isEmpty()) {
            return null;
        }
        int most = inFlights().stream().mapToInt(Integer::intValue).max().orElseThrow();
        RawInserts inserts =
                new RawInserts(suite.suite().documents(), suite.ledger().sample(ENTRIES_COPIED), most, suite.meter());
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

    private Measurement measure(Case measured, Jobs jobs, int count) throws IOException, InterruptedException {
        StepTimes times = new StepTimes(settings.mode().steps(), count);
        Doors doors = doors(measured.through());
        Job job = settings.mode() == Mode.SETTLE
                ? jobs.settle(doors, suite.prepare(jobs, count), times)
                : jobs.flow(doors, times);
        return suite.measure(measured.load(), job, times, count);
    }

    private Doors doors(Through through) {
        return switch (through) {
            case GATEWAY -> suite.doors();
            case DIRECT -> suite.doors(direct);
        };
    }

    @Override
    public void close() throws IOException {
        direct.http().close();
        suite.close();
    }
}
