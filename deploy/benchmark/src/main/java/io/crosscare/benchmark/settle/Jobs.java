package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.load.ErrorCounts;
import io.crosscare.benchmark.load.Job;
import io.crosscare.benchmark.load.Progress;
import io.crosscare.benchmark.load.Unexpected;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What is done for a visit, as jobs for the loops. Whatever is not answered as it should be is counted and ends the visit. */
final class Jobs {

    private final Visits visits;
    private final ErrorCounts errors;
    private final Progress progress;

    Jobs(Visits visits, ErrorCounts errors, Progress progress) {
        this.visits = visits;
        this.errors = errors;
        this.progress = progress;
    }

    private interface Asking {
        void ask() throws Unexpected;
    }

    /** A visit from its registration to its fee lines, kept at its place. */
    Job prepare(Doors doors, AtomicReferenceArray<Visits.Prepared> places) {
        return (index, _) -> counted(() -> {
            Visits.Plan plan = visits.next();
            String visit = doors.register(plan);
            doors.upload(plan, visit);
            places.set(index, new Visits.Prepared(plan, visit));
        });
    }

    /** The settlement of a visit that was prepared. Where fewer were prepared than wanted, the last places do nothing. */
    Job settle(Doors doors, List<Visits.Prepared> prepared, StepTimes times) {
        return (index, due) -> {
            if (index < prepared.size()) {
                Visits.Prepared visit = prepared.get(index);
                counted(() -> {
                    doors.settle(visit.plan(), visit.visitId(), null);
                    times.record(Step.SETTLE, index, System.nanoTime() - due);
                });
            }
        };
    }

    /** A whole visit without a preview. */
    Job settleAtOnce(Doors doors) {
        return (_, _) -> counted(() -> {
            Visits.Plan plan = visits.next();
            String visit = doors.register(plan);
            doors.upload(plan, visit);
            doors.settle(plan, visit, null);
        });
    }

    /** A visit up to its preview, which leaves no entry. */
    Job previewAtOnce(Doors doors) {
        return (_, _) -> counted(() -> {
            Visits.Plan plan = visits.next();
            String visit = doors.register(plan);
            doors.upload(plan, visit);
            doors.preview(plan, visit);
        });
    }

    /** A whole visit, each step begun when the one before was answered. */
    Job flow(Doors doors, StepTimes times) {
        return (index, due) -> counted(() -> {
            Visits.Plan plan = visits.next();
            String visit = doors.register(plan);
            long registered = took(times, Step.REGISTER, index, due);
            doors.upload(plan, visit);
            long uploaded = took(times, Step.UPLOAD, index, registered);
            String head = doors.preview(plan, visit);
            long previewed = took(times, Step.PREVIEW, index, uploaded);
            doors.settle(plan, visit, head);
            long settled = took(times, Step.SETTLE, index, previewed);
            times.record(Step.FLOW, index, settled - due);
        });
    }

    /** Notes a step that began then and ends now; now. */
    private static long took(StepTimes times, Step step, int index, long since) {
        long now = System.nanoTime();
        times.record(step, index, now - since);
        return now;
    }

    private void counted(Asking asking) {
        try {
            asking.ask();
        } catch (Unexpected e) {
            errors.count(e.label());
        }
        progress.tick();
    }
}
