package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.load.ClosedLoop;
import io.crosscare.benchmark.load.Job;
import io.crosscare.benchmark.load.OpenLoop;
import io.crosscare.benchmark.load.People;
import io.crosscare.benchmark.load.Progress;
import io.crosscare.benchmark.load.Unexpected;
import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.measure.Schedule;
import io.crosscare.benchmark.settle.SickNeighbourFindings.Episode;
import io.crosscare.benchmark.settle.Verdict.Check;
import io.crosscare.benchmark.suite.RunningSuite;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * One run from the first person to the verdict: prepare, warm up, then settlements at a fixed rate that never pauses, while one
 * neighbour after the other falls sick and recovers. What was not settled is asked for again afterwards, as a hospital does.
 */
final class SickNeighbourCampaign implements AutoCloseable {

    private static final int REQUESTS_OF_VISIT = 3;
    private static final int LINES = 3;
    private static final int CHECKED = 500;
    private static final int PREPARING_TRIES_MAX = 3;
    private static final int ASKED_AGAIN_IN_FLIGHT = 4;
    private static final Duration LEAD = Duration.ofMillis(200);
    private static final Duration PUBLISHED_WITHIN = Duration.ofMinutes(2);
    private static final String NOT_SENT = "未发出 not sent, too many in flight";

    private final SickNeighbourSettings settings;
    private final SuiteUnderLoad suite;
    private final Progress progress;
    private final String run;
    private final Clock clock;

    SickNeighbourCampaign(
            SickNeighbourSettings settings, RunningSuite suite, Progress progress, String run, Clock clock)
            throws IOException {
        this.settings = settings;
        this.suite = new SuiteUnderLoad(suite, progress, clock);
        this.progress = progress;
        this.run = run;
        this.clock = clock;
    }

    SickNeighbourFindings run() throws IOException, InterruptedException, ExecutionException, Unexpected {
        Findings.Setting setting = Findings.Setting.of(suite.suite(), clock);
        People people = suite.people(run);
        List<String> hospitals = people.hospitals();
        List<String> persons = people.persons(settings.persons(), settings.seed() ^ run.hashCode(), suite.errors());
        suite.expectPublished(persons.size());
        Jobs jobs = suite.jobs(new Visits(run, persons, hospitals, LINES, settings.seed()));
        int warmUpVisits = Math.ceilDiv(settings.warmUp(), REQUESTS_OF_VISIT);
        progress.phase("预热（就诊）", "warming up, visits", warmUpVisits);
        new ClosedLoop(SuiteUnderLoad.PREPARING_IN_FLIGHT).run(warmUpVisits, jobs.settleAtOnce(suite.doors()));
        List<Visits.Prepared> prepared = prepare(jobs);
        Measured measured = measure(prepared);
        Check settledAfterAll = askAgain(prepared, measured.replies());
        boolean isPublished = suite.awaitPublished(PUBLISHED_WITHIN);
        Verdict asked = suite.examination()
                .examine(suite.errors(), persons.subList(0, Math.min(CHECKED, persons.size())), run)
                .with(settledAfterAll)
                .with(new Check("所有事件都已发出", "every event was published", isPublished, isPublished ? "是 yes" : "否 no"));
        return new SickNeighbourFindings(
                settings,
                setting,
                measured.replies(),
                measured.episodes(),
                measured.late(),
                suite.errors().byLabel(),
                asked);
    }

    /** Whoever could not be prepared is tried again; the error stays an error. */
    private List<Visits.Prepared> prepare(Jobs jobs) throws InterruptedException, Unexpected {
        List<Visits.Prepared> prepared = new ArrayList<>();
        for (int tries = 0; tries < PREPARING_TRIES_MAX && prepared.size() < settings.count(); tries++) {
            prepared.addAll(suite.prepare(jobs, settings.count() - prepared.size()));
        }
        if (prepared.size() < settings.count()) {
            throw new Unexpected("准备未成 preparing failed: " + suite.errors().byLabel());
        }
        return prepared;
    }

    private record Measured(List<Reply> replies, List<Episode> episodes, Latencies late) {}

    private Measured measure(List<Visits.Prepared> prepared)
            throws IOException, InterruptedException, ExecutionException {
        progress.phase("结算", "settling", settings.count());
        AtomicReferenceArray<Reply> replies = new AtomicReferenceArray<>(settings.count());
        Schedule schedule = new Schedule(System.nanoTime() + LEAD.toNanos(), settings.rate(), settings.count());
        Doors doors = suite.doors();
        Job job = (index, due) -> {
            String label = settle(doors, prepared.get(index));
            replies.set(index, new Reply(due - schedule.firstNanos(), System.nanoTime() - due, label));
            progress.tick();
        };
        Latencies late;
        List<Episode> episodes;
        try (Sicknesses sicknesses = new Sicknesses(settings, suite, progress, schedule.firstNanos());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Episode>> sick = threads.submit(sicknesses::run);
            late = new OpenLoop(threads).run(schedule, job, () -> {});
            episodes = sick.get();
        }
        return new Measured(
                IntStream.range(0, settings.count())
                        .mapToObj(index -> replyAt(replies, index, schedule))
                        .toList(),
                episodes,
                late);
    }

    private static Reply replyAt(AtomicReferenceArray<Reply> replies, int index, Schedule schedule) {
        Reply reply = replies.get(index);
        return reply == null ? new Reply(schedule.dueNanos(index) - schedule.firstNanos(), 0, NOT_SENT) : reply;
    }

    private static String settle(Doors doors, Visits.Prepared visit) {
        try {
            doors.settle(visit.plan(), visit.visitId(), null);
            return Reply.SETTLED;
        } catch (Unexpected e) {
            return e.label();
        }
    }

    /** Once each, under the key it was asked for with: what is not settled now is an error. */
    private Check askAgain(List<Visits.Prepared> prepared, List<Reply> replies) throws InterruptedException {
        List<Visits.Prepared> open = new ArrayList<>();
        for (int index = 0; index < replies.size(); index++) {
            if (!replies.get(index).isSettled()) {
                open.add(prepared.get(index));
            }
        }
        Thread.sleep(SickNeighbourSettings.RECOVERY_MAX);
        progress.phase("再问未结算的", "asking again for what was not settled", open.size());
        long before = suite.ledger().answers();
        Doors doors = suite.doors();
        new ClosedLoop(ASKED_AGAIN_IN_FLIGHT).run(open.size(), (index, _) -> {
            Visits.Prepared visit = open.get(index);
            try {
                doors.settleAgain(visit.plan(), visit.visitId());
            } catch (Unexpected e) {
                suite.errors().count(e.label());
            }
            progress.tick();
        });
        long settled = suite.ledger().answers() - before;
        return new Check(
                "未结算的以同一键再问，都已结算",
                "what was not settled is, when it is asked for again under its key",
                settled == open.size(),
                "%,d / %,d".formatted(settled, open.size()));
    }

    @Override
    public void close() throws IOException {
        suite.close();
    }
}
